"""Draws what a brief tells: events on a line of time, figures as ranges, a figure's way from telling to telling."""

from collections.abc import Sequence
from datetime import date

from corro.brief.svg import LINE, SOFT, TEXT_PX, Drawing, fitting
from corro.brief.wording import Wording
from corro.model import CountValue, Derivation, Event, Held
from corro.model.brief import Picture
from corro.vocab.brief_nouns import noun

WIDTH = 720
"""Pixels across: an A4 page between margins at 96 to the inch. Source: ISO 216, 210 mm less two margins of 10 mm."""

_ROW = 26
_MARGIN = 16
_LABELS = 250
MOST_EVENTS = 40
"""Events on one line of time; more would not be read. Source: own choice: a page."""


def timeline(events: Sequence[Event], say: Wording) -> tuple[Picture, ...]:
    """Draw events as bars as long as the days within which they lie; none where fewer than two have both ends."""
    dated = [event for event in events if event.interval and event.interval.bounded]
    spans = [(event, event.interval.first, event.interval.last) for event in dated if event.interval]
    known = [(event, first, last) for event, first, last in spans if first and last][:MOST_EVENTS]
    if len(known) < 2:
        return ()
    title = say.heading("timeline")
    begin, end = min(first for _, first, _ in known), max(last for _, _, last in known)
    drawing = Drawing(WIDTH, _MARGIN * 3 + _ROW * len(known), title)
    for number, (event, first, last) in enumerate(known):
        y = _MARGIN + _ROW * number
        drawing.text(_MARGIN, y + TEXT_PX, fitting(f"{event.slug} {noun(event.type, say.language, {})}", _LABELS - _MARGIN))
        left, right = _across(first, begin, end), _across(last, begin, end)
        sharp = first == last
        drawing.bar(left, y + 3, max(right - left, 6), 12, fill_opacity="1" if sharp else "0.45")
    _axis(drawing, begin, end, _MARGIN * 2 + _ROW * len(known), say)
    told = "; ".join(f"{event.slug}: {say.interval(event.interval)}" for event, _, _ in known if event.interval)
    return (Picture("timeline", drawing.svg, f"{title}. {told}."),)


def _across(day: date, begin: date, end: date) -> float:
    room = WIDTH - _LABELS - _MARGIN * 2
    whole = max((end - begin).days, 1)
    return _LABELS + _MARGIN + room * (day - begin).days / whole


def _axis(drawing: Drawing, begin: date, end: date, y: float, say: Wording) -> None:
    drawing.line(_LABELS + _MARGIN, y - 8, WIDTH - _MARGIN, y - 8)
    drawing.text(_LABELS + _MARGIN, y + 8, say.day(begin), colour=SOFT)
    drawing.text(WIDTH - _MARGIN, y + 8, say.day(end), colour=SOFT, anchor="end")


def ranges_of(event: Event, say: Wording) -> tuple[Picture, ...]:
    """Draw the figures that differ as ranges: what each position allows, an open end as a line that fades out."""
    pictures = []
    for value in event.values:
        counts = [held for held in value.held if isinstance(held.value, CountValue) and held.value.count.minimum is not None]
        if len({held.printed for held in counts}) > 1:
            pictures.append(_ranges(value.role, counts, say))
    return tuple(pictures)


def _ranges(role: str, counts: Sequence[Held], say: Wording) -> Picture:
    title = say.role(role)
    figures = [held.value for held in counts if isinstance(held.value, CountValue)]
    top = max(max(one.count.minimum or 0, one.count.maximum or 0) for one in figures) * 1.15 or 1
    room = WIDTH - _LABELS - _MARGIN * 2 - 150
    drawing = Drawing(WIDTH, _MARGIN * 2 + _ROW * len(counts), title)
    for number, (held, one) in enumerate(zip(counts, figures, strict=True)):
        y = _MARGIN + _ROW * number
        drawing.text(_MARGIN, y + TEXT_PX, fitting(say.joined(list(held.holders), 2), _LABELS - _MARGIN))
        low, high = one.count.lowest, one.count.highest
        left = _LABELS + _MARGIN + room * low / top
        right = _LABELS + _MARGIN + room * (high if high is not None else top) / top
        if high is None:
            drawing.line(left, y + 9, right, y + 9, stroke_width="3", stroke_dasharray="2 4")
            drawing.dot(left, y + 9, 5)
        else:
            drawing.bar(left, y + 3, max(right - left, 8), 12)
        drawing.text(WIDTH - _MARGIN, y + TEXT_PX, fitting(say.bound(one.count) + " " + say.unit(one), 170), anchor="end")
    drawing.line(_LABELS + _MARGIN, _MARGIN, _LABELS + _MARGIN, _MARGIN + _ROW * len(counts), stroke=LINE)
    told = "; ".join(say.phrase("position", value=say.value(held.value), who=say.joined(list(held.holders))) for held in counts)
    return Picture(f"figures-{role}", drawing.svg, f"{title}: {told}.")


def chain_picture(name: str, chain: Derivation, told: Sequence[str], say: Wording) -> Picture:
    """Draw who has a value from whom: tellings one below the other, an arc from each to the one that it goes back to."""
    drawing = Drawing(WIDTH, _MARGIN * 2 + _ROW * len(chain.steps), say.heading("chain"))
    depth = {step.number: 0 for step in chain.steps}
    for step in chain.steps:
        depth[step.number] = depth.get(step.from_number, -1) + 1 if step.from_number is not None else 0
    for step, words in zip(chain.steps, told, strict=True):
        x, y = _MARGIN + 18.0 * min(depth[step.number], 8), _MARGIN + _ROW * step.number + 9.0
        if step.from_number is not None:
            back = _MARGIN + 18.0 * min(depth[step.from_number], 8)
            drawing.line(back, _MARGIN + _ROW * step.from_number + 14.0, back, y)
            drawing.line(back, y, x, y)
        drawing.dot(x, y, 5)
        drawing.text(x + 12, y + 4, fitting(words, WIDTH - x - 12 - _MARGIN))
    return Picture(name, drawing.svg, " ".join(told))
