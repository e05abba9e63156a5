"""The list of events, and one event with all that is behind it."""

from itertools import groupby
from typing import TYPE_CHECKING

from starlette.responses import Response

from corro.model import standing
from corro.model.claim import Modality
from corro.model.event import Support
from corro.vocab import terms
from corro.vocab.event_types import event_types
from corro.web.filters import FIELDS, asked, event_filter, loosened
from corro.web.visit import Handlers, Visit

if TYPE_CHECKING:
    from corro.model import Derivation
    from corro.pipeline.explain import Explanation


def events(visit: Visit) -> Response:
    """List events under the filters of the address."""
    given = asked(visit.query)
    with visit.view() as view:
        page = view.events(event_filter(given), visit.window())
        loose = loosened(view, given) if given and not page.total else []
    types = sorted(event_types().values(), key=lambda one: one.code)
    return visit.show(
        "events",
        page=page,
        turning=visit.turning(page),
        given={name: given.get(name, "") for name in FIELDS},
        filtered=bool(given),
        loose=loose,
        families=[(family, [one for one in types if one.family == family]) for family in terms("event_families")],
        supports=list(Support),
        modalities=list(Modality),
    )


def event(visit: Visit) -> Response:
    """Show one event; several where an earlier one has come apart."""
    with visit.view() as view:
        found = view.explain(visit.named["name"])
    return visit.show("event", explanations=[(one, _arranged(one)) for one in found])


def _arranged(explanation: "Explanation") -> dict[str, object]:
    """Return an explanation's parts in the order in which the page shows them."""
    held = {decision.id for decision in standing(explanation.decisions)}
    return {
        "values": [(role, list(values)) for role, values in groupby(explanation.values, key=lambda value: value.role)],
        "chains": [_rows(chain) for chain in explanation.derivations],
        "labels": {name: document.label for name, document in explanation.documents.items()},
        "decisions": [(decision, decision.id in held) for decision in explanation.decisions],
    }


def _rows(chain: "Derivation") -> dict[str, object]:
    """Return the tellings of a value, each behind the one that it goes back to, with how deep it stands."""
    depth: dict[int | None, int] = {None: -1}
    for step in sorted(chain.steps, key=lambda one: one.number):
        depth[step.number] = depth.get(step.from_number, -1) + 1
    below = {number: [step for step in chain.steps if step.from_number == number] for number in depth}
    rows, waiting = [], list(reversed(below[None]))
    while waiting:
        step = waiting.pop()
        rows.append((step, min(depth[step.number], 6)))
        waiting += reversed(below[step.number])
    return {"role": chain.role, "first": chain.steps[0].value, "rows": rows}


READ: Handlers = {"/events": events, "/events/{name}": event}
