"""The tables of a record, as SQLAlchemy sees them; `migrations/` holds the steps by which a file comes to have them.

Three sorts of tables: what was *received or judged* is only ever added to (runs, receipts, evidence, documents, texts,
decisions, entered acts, custody, `event_moves`, and `event_history`, which keeps every id that an event ever had); what was
*found in a document* is replaced with the analysis of that document, older forms of a claim going to `claim_versions`; what is
*computed* (keys, links, lineages, clusters, events, differences, entries) is replaced by connected component.
"""

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

LATEST = "9999-12-31"
"""Sorts what has no day after all that has one."""


def _id(name: str = "id") -> Column[str]:
    return Column(name, String, primary_key=True)


def _words(name: str) -> Column[str]:
    return Column(name, String, nullable=False, server_default="")


def _body() -> Column[str]:
    return Column("body", Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default="0")


runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("started", String, nullable=False),
    Column("finished", String),
    _words("tables"),  # digests of the user's own files that the run was given
)

receipts = Table(
    "receipts",
    metadata,
    Column("number", Integer, primary_key=True),
    _number("run"),
    _words("locator"),
    _words("outcome"),
    Column("document_id", String),
    _words("reason"),
    _words("code"),
    Index("receipts_by_run", "run", "number"),
)

evidence = Table(
    "evidence",
    metadata,
    _id("sha256"),
    _id("media_type"),
    _number("size_bytes"),
    _words("name"),
    _words("packed_sha256"),  # of the content as it is kept
    Column("content", LargeBinary, nullable=False),  # zlib
)

documents = Table(
    "documents",
    metadata,
    _id(),
    _words("series_id"),
    _words("evidence_sha256"),
    _words("media_type"),
    _words("locator"),
    _words("label"),
    _words("title"),
    _words("outlet"),
    _words("published"),  # EDTF, empty where unknown
    _words("sort_day"),  # ISO, LATEST where unknown
    _words("language"),
    _words("address"),
    _number("state"),  # 0 to be compared, 1 to be placed in a lineage, 2 done
    _body(),  # the document without its text
    Index("documents_by_series", "series_id"),
    Index("documents_by_evidence", "evidence_sha256"),
    Index("documents_by_day", "sort_day", "id"),
    Index("documents_by_label", "label"),
    Index("documents_by_state", "state", "sort_day", "id"),
)

texts = Table(
    "texts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document_id", String, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
)

mentions = Table("mentions", metadata, _id("document_id"), _body())

statements = Table(
    "statements",
    metadata,
    _id(),
    _words("document_id"),
    _number("start"),
    _body(),
    Index("statements_by_document", "document_id", "start"),
)

claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    _words("document_id"),
    _number("start"),
    _words("type"),
    _words("modality"),
    _words("holders"),  # folded names, for look-up
    _number("standing"),  # 1 while the present analysis has it or a person accepted it
    _body(),
    Index("claims_by_document", "document_id", "start"),
    Index("claims_by_type", "type"),
)

claim_versions = Table(
    "claim_versions",
    metadata,
    Column("number", Integer, primary_key=True),
    _words("claim_id"),
    _body(),
    Index("claim_versions_by_claim", "claim_id"),
)

issues = Table(
    "issues",
    metadata,
    _id(),
    _words("code"),
    _words("document_id"),
    _number("gravity"),  # 0 error, 1 warning, 2 note
    _number("analysed"),  # 1 where the analysis of the document raised it, 0 where its reading did
    _body(),
    Index("issues_by_gravity", "gravity", "code", "id"),
    Index("issues_by_document", "document_id"),
)

custody = Table(
    "custody",
    metadata,
    Column("number", Integer, primary_key=True),
    _words("kind"),
    _words("subject"),
    _words("by"),
    _words("at"),
    _words("detail"),
    _words("digest"),  # of the entry and the digest before it
    Index("custody_by_subject", "subject", "kind"),
)

CUSTODY_IS_ADDED_TO = (
    "CREATE TRIGGER custody_is_not_changed BEFORE UPDATE ON custody BEGIN SELECT RAISE(ABORT, 'custody is only added to'); END",
    "CREATE TRIGGER custody_is_not_removed BEFORE DELETE ON custody BEGIN SELECT RAISE(ABORT, 'custody is only added to'); END",
)
"""Against slips of our own; whoever can write to the file can drop them, and is found by the chain."""

decisions = Table("decisions", metadata, _id(), _words("kind"), _words("at"), _body())

decision_subjects = Table(
    "decision_subjects",
    metadata,
    _id("subject"),
    _id("decision_id"),
    Index("decision_subjects_by_decision", "decision_id"),
    sqlite_with_rowid=False,
)

entered = Table(
    "entered",
    metadata,
    _id(),
    _words("item"),
    _words("register"),
    _words("at"),
    _body(),
    Index("entered_by_item", "item", "at", "id"),
    Index("entered_by_register", "register", "at", "id"),
)
"""What people entered into registers: acts, only ever added."""

copy_keys = Table(
    "copy_keys",
    metadata,
    Column("key", Integer, primary_key=True),
    _id("document_id"),
    Index("copy_keys_by_document", "document_id"),
    sqlite_with_rowid=False,
)

claim_keys = Table(
    "claim_keys",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("side", Integer, primary_key=True),  # 0 filed only, 1 filed and looked up, 2 looked up only
    Column("claim", Integer, primary_key=True),  # its number
    Index("claim_keys_by_claim", "claim"),
    sqlite_with_rowid=False,
)

copy_links = Table(
    "copy_links",
    metadata,
    _id("first_id"),
    _id("second_id"),
    _number("same"),
    _body(),
    Index("copy_links_by_second", "second_id"),
    sqlite_with_rowid=False,
)

event_links = Table(
    "event_links",
    metadata,
    Column("first", Integer, primary_key=True),  # numbers of the claims, the smaller id first
    Column("second", Integer, primary_key=True),
    _number("verdict"),  # 0 not same, 1 same, 2 unsure
    Column("weight", Float, nullable=False),
    _words("reasons"),  # numbers of `phrases`: the rule, then the reasons
    Index("event_links_by_second", "second"),
    sqlite_with_rowid=False,
)

phrases = Table(
    "phrases",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("words", String, nullable=False, unique=True),
)
"""Rules and reasons of links: a few thousand, which millions of links share."""

lineages = Table(
    "lineages",
    metadata,
    _id(),
    _number("size"),
    _body(),
    Index("lineages_by_size", "size", "id"),
)

lineage_documents = Table(
    "lineage_documents",
    metadata,
    _id("document_id"),
    _words("lineage_id"),
    Index("lineage_documents_by_lineage", "lineage_id"),
)

dirty_claims = Table(
    "dirty_claims",
    metadata,
    _id("claim_id"),
    _number("grouped"),  # 0 where the claim waits to be grouped, 1 where only its group waits to be composed
    _words("sort_day"),  # of its document: neighbours in time are grouped together
    Index("dirty_claims_by_day", "grouped", "sort_day", "claim_id"),
    sqlite_with_rowid=False,
)

claim_groups = Table(
    "claim_groups",
    metadata,
    Column("claim", Integer, primary_key=True),  # its number
    Column("leader", Integer, nullable=False),  # the smallest number in its group
    Index("claim_groups_by_leader", "leader"),
)
"""Which claims are about one event, as it was last worked out; `cluster_claims` is what was composed from that."""

cluster_claims = Table(
    "cluster_claims",
    metadata,
    _id("claim_id"),
    _words("cluster_id"),
    _words("event_id"),  # empty where the claim is behind no event
    Index("cluster_claims_by_cluster", "cluster_id"),
    Index("cluster_claims_by_event", "event_id"),
)

events = Table(
    "events",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    _words("cluster_id"),
    _words("slug"),
    _words("type"),
    _words("title"),
    _words("edtf"),
    Column("first", String),
    Column("last", String),
    _words("sort_day"),
    _words("place"),
    _words("modality"),
    _number("lineages"),
    _words("support"),
    _words("assessment"),
    _words("credibility"),  # the best grade of any of its claims
    _number("groundless"),  # grades of 1 that two independent lineages do not bear
    _number("documents"),
    _number("claims"),
    _number("disputes"),
    _body(),
    Index("events_by_day", "sort_day", "id"),
    Index("events_by_slug", "slug"),
    Index("events_by_type", "type", "sort_day"),
    Index("events_by_cluster", "cluster_id"),
)

event_history = Table(
    "event_history",
    metadata,
    _id("event_id"),
    _id("claim_id"),
    _words("slug"),
    Index("event_history_by_claim", "claim_id"),
    Index("event_history_by_slug", "slug"),
    sqlite_with_rowid=False,
)

event_moves = Table(
    "event_moves",
    metadata,
    Column("number", Integer, primary_key=True),
    _words("at"),  # when the build began, or the decision was taken, that moved it
    _words("event_id"),
    _words("slug"),
    _words("title"),
    _words("support"),  # empty where the event is no more
    _number("lineages"),
    _number("disputes"),
    _words("assessment"),
    Column("before", Text, nullable=False),  # what it was before: states of the events that it shares claims with
    Index("event_moves_by_day", "at", "number"),
    Index("event_moves_by_event", "event_id", "number"),
)

differences = Table(
    "differences",
    metadata,
    _id(),
    _words("cluster_id"),  # empty where the difference stands inside one document
    _words("document_id"),
    _words("field"),
    _words("relation"),
    _words("kind"),
    _number("rank"),  # disputes first
    _body(),
    Index("differences_by_rank", "rank", "field", "id"),
    Index("differences_by_cluster", "cluster_id"),
    Index("differences_by_document", "document_id"),
)

difference_claims = Table(
    "difference_claims",
    metadata,
    _id("claim_id"),
    _id("difference_id"),
    Index("difference_claims_by_difference", "difference_id"),
    sqlite_with_rowid=False,
)

chain_links = Table(
    "chain_links",
    metadata,
    _id("claim_id"),
    _id("of_claim_id"),
    _id("kind"),
    _words("document_id"),
    _body(),
    Index("chain_links_by_document", "document_id"),
    Index("chain_links_by_other", "of_claim_id"),
    sqlite_with_rowid=False,
)

entries = Table(
    "entries",
    metadata,
    _id(),
    _words("register"),
    _words("cluster_id"),
    Column("event_id", String),
    _words("sort_day"),
    _body(),
    Index("entries_by_register", "register", "sort_day", "id"),
    Index("entries_by_cluster", "cluster_id"),
)

SEARCH_TABLES = (
    "CREATE VIRTUAL TABLE texts_fts USING fts5"
    "(title, text, content='texts', content_rowid='number', tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE events_fts USING fts5(actor, place, source, text, tokenize='unicode61 remove_diacritics 2')",
)
"""Full-text tables, with case and accents folded. Source: SQLite FTS5, unicode61 tokenizer, option remove_diacritics=2."""
