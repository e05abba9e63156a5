"""The first form of a record.

Revision ID: 0001
Revises: nothing
"""

from alembic import op

revision = "0001"
down_revision = None

STEPS = (
    (
        "CREATE TABLE chain_links (claim_id VARCHAR NOT NULL, of_claim_id VARCHAR NOT NULL, kind VARCHAR NOT NULL, "
        "document_id VARCHAR DEFAULT '' NOT NULL, body TEXT NOT NULL, PRIMARY KEY (claim_id, of_claim_id, kind)) WITHOUT ROWID"
    ),
    "CREATE INDEX chain_links_by_document ON chain_links (document_id)",
    "CREATE INDEX chain_links_by_other ON chain_links (of_claim_id)",
    "CREATE TABLE claim_groups (claim INTEGER NOT NULL, leader INTEGER NOT NULL, PRIMARY KEY (claim))",
    "CREATE INDEX claim_groups_by_leader ON claim_groups (leader)",
    (
        "CREATE TABLE claim_keys (key INTEGER NOT NULL, side INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (key, "
        "side, claim)) WITHOUT ROWID"
    ),
    "CREATE INDEX claim_keys_by_claim ON claim_keys (claim)",
    (
        "CREATE TABLE claim_versions (number INTEGER NOT NULL, claim_id VARCHAR DEFAULT '' NOT NULL, body TEXT NOT NULL, "
        "PRIMARY KEY (number))"
    ),
    "CREATE INDEX claim_versions_by_claim ON claim_versions (claim_id)",
    (
        "CREATE TABLE claims (number INTEGER NOT NULL, id VARCHAR NOT NULL, document_id VARCHAR DEFAULT '' NOT NULL, "
        "start INTEGER DEFAULT '0' NOT NULL, type VARCHAR DEFAULT '' NOT NULL, modality VARCHAR DEFAULT '' NOT NULL, "
        "holders VARCHAR DEFAULT '' NOT NULL, standing INTEGER DEFAULT '0' NOT NULL, body TEXT NOT NULL, PRIMARY KEY "
        "(number), UNIQUE (id))"
    ),
    "CREATE INDEX claims_by_document ON claims (document_id, start)",
    "CREATE INDEX claims_by_type ON claims (type)",
    (
        "CREATE TABLE cluster_claims (claim_id VARCHAR NOT NULL, cluster_id VARCHAR DEFAULT '' NOT NULL, event_id VARCHAR "
        "DEFAULT '' NOT NULL, PRIMARY KEY (claim_id))"
    ),
    "CREATE INDEX cluster_claims_by_cluster ON cluster_claims (cluster_id)",
    "CREATE INDEX cluster_claims_by_event ON cluster_claims (event_id)",
    ("CREATE TABLE copy_keys (key INTEGER NOT NULL, document_id VARCHAR NOT NULL, PRIMARY KEY (key, document_id)) WITHOUT ROWID"),
    "CREATE INDEX copy_keys_by_document ON copy_keys (document_id)",
    (
        "CREATE TABLE copy_links (first_id VARCHAR NOT NULL, second_id VARCHAR NOT NULL, same INTEGER DEFAULT '0' NOT "
        "NULL, body TEXT NOT NULL, PRIMARY KEY (first_id, second_id)) WITHOUT ROWID"
    ),
    "CREATE INDEX copy_links_by_second ON copy_links (second_id)",
    (
        "CREATE TABLE custody (number INTEGER NOT NULL, kind VARCHAR DEFAULT '' NOT NULL, subject VARCHAR DEFAULT '' NOT NULL, "
        "by VARCHAR DEFAULT '' NOT NULL, at VARCHAR DEFAULT '' NOT NULL, detail VARCHAR DEFAULT '' NOT NULL, digest VARCHAR "
        "DEFAULT '' NOT NULL, PRIMARY KEY (number))"
    ),
    "CREATE INDEX custody_by_subject ON custody (subject, kind)",
    "CREATE TRIGGER custody_is_not_changed BEFORE UPDATE ON custody BEGIN SELECT RAISE(ABORT, 'custody is only added to'); END",
    "CREATE TRIGGER custody_is_not_removed BEFORE DELETE ON custody BEGIN SELECT RAISE(ABORT, 'custody is only added to'); END",
    (
        "CREATE TABLE decision_subjects (subject VARCHAR NOT NULL, decision_id VARCHAR NOT NULL, PRIMARY KEY (subject, "
        "decision_id)) WITHOUT ROWID"
    ),
    "CREATE INDEX decision_subjects_by_decision ON decision_subjects (decision_id)",
    (
        "CREATE TABLE decisions (id VARCHAR NOT NULL, kind VARCHAR DEFAULT '' NOT NULL, at VARCHAR DEFAULT '' NOT NULL, "
        "body TEXT NOT NULL, PRIMARY KEY (id))"
    ),
    (
        "CREATE TABLE difference_claims (claim_id VARCHAR NOT NULL, difference_id VARCHAR NOT NULL, PRIMARY KEY "
        "(claim_id, difference_id)) WITHOUT ROWID"
    ),
    "CREATE INDEX difference_claims_by_difference ON difference_claims (difference_id)",
    (
        "CREATE TABLE differences (id VARCHAR NOT NULL, cluster_id VARCHAR DEFAULT '' NOT NULL, document_id VARCHAR "
        "DEFAULT '' NOT NULL, field VARCHAR DEFAULT '' NOT NULL, relation VARCHAR DEFAULT '' NOT NULL, kind VARCHAR "
        "DEFAULT '' NOT NULL, rank INTEGER DEFAULT '0' NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id))"
    ),
    "CREATE INDEX differences_by_cluster ON differences (cluster_id)",
    "CREATE INDEX differences_by_document ON differences (document_id)",
    "CREATE INDEX differences_by_rank ON differences (rank, field, id)",
    (
        "CREATE TABLE dirty_claims (claim_id VARCHAR NOT NULL, grouped INTEGER DEFAULT '0' NOT NULL, sort_day VARCHAR DEFAULT '' "
        "NOT NULL, PRIMARY KEY (claim_id)) WITHOUT ROWID"
    ),
    "CREATE INDEX dirty_claims_by_day ON dirty_claims (grouped, sort_day, claim_id)",
    (
        "CREATE TABLE documents (id VARCHAR NOT NULL, series_id VARCHAR DEFAULT '' NOT NULL, evidence_sha256 VARCHAR "
        "DEFAULT '' NOT NULL, media_type VARCHAR DEFAULT '' NOT NULL, locator VARCHAR DEFAULT '' NOT NULL, label VARCHAR "
        "DEFAULT '' NOT NULL, title VARCHAR DEFAULT '' NOT NULL, outlet VARCHAR DEFAULT '' NOT NULL, published VARCHAR "
        "DEFAULT '' NOT NULL, sort_day VARCHAR "
        "DEFAULT '' NOT NULL, language VARCHAR DEFAULT '' NOT NULL, address VARCHAR DEFAULT '' NOT NULL, state INTEGER "
        "DEFAULT '0' NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id))"
    ),
    "CREATE INDEX documents_by_day ON documents (sort_day, id)",
    "CREATE INDEX documents_by_evidence ON documents (evidence_sha256)",
    "CREATE INDEX documents_by_label ON documents (label)",
    "CREATE INDEX documents_by_series ON documents (series_id)",
    "CREATE INDEX documents_by_state ON documents (state, sort_day, id)",
    (
        "CREATE TABLE entered (id VARCHAR NOT NULL, item VARCHAR DEFAULT '' NOT NULL, register VARCHAR DEFAULT '' NOT NULL, "
        "at VARCHAR DEFAULT '' NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id))"
    ),
    "CREATE INDEX entered_by_item ON entered (item, at, id)",
    "CREATE INDEX entered_by_register ON entered (register, at, id)",
    (
        "CREATE TABLE entries (id VARCHAR NOT NULL, register VARCHAR DEFAULT '' NOT NULL, cluster_id VARCHAR DEFAULT '' "
        "NOT NULL, event_id VARCHAR, sort_day VARCHAR DEFAULT '' NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id))"
    ),
    "CREATE INDEX entries_by_cluster ON entries (cluster_id)",
    "CREATE INDEX entries_by_register ON entries (register, sort_day, id)",
    (
        "CREATE TABLE event_history (event_id VARCHAR NOT NULL, claim_id VARCHAR NOT NULL, slug VARCHAR DEFAULT '' NOT "
        "NULL, PRIMARY KEY (event_id, claim_id)) WITHOUT ROWID"
    ),
    "CREATE INDEX event_history_by_claim ON event_history (claim_id)",
    "CREATE INDEX event_history_by_slug ON event_history (slug)",
    (
        "CREATE TABLE event_links (first INTEGER NOT NULL, second INTEGER NOT NULL, verdict INTEGER DEFAULT '0' NOT NULL, "
        "weight FLOAT NOT NULL, reasons VARCHAR DEFAULT '' NOT NULL, PRIMARY KEY (first, second)) WITHOUT ROWID"
    ),
    "CREATE INDEX event_links_by_second ON event_links (second)",
    (
        "CREATE TABLE event_moves (number INTEGER NOT NULL, at VARCHAR DEFAULT '' NOT NULL, event_id VARCHAR DEFAULT '' NOT NULL, "
        "slug VARCHAR DEFAULT '' NOT NULL, title VARCHAR DEFAULT '' NOT NULL, support VARCHAR DEFAULT '' NOT NULL, "
        "lineages INTEGER DEFAULT '0' NOT NULL, disputes INTEGER DEFAULT '0' NOT NULL, assessment VARCHAR DEFAULT '' NOT NULL, "
        "before TEXT NOT NULL, PRIMARY KEY (number))"
    ),
    "CREATE INDEX event_moves_by_day ON event_moves (at, number)",
    "CREATE INDEX event_moves_by_event ON event_moves (event_id, number)",
    (
        "CREATE TABLE events (number INTEGER NOT NULL, id VARCHAR NOT NULL, cluster_id VARCHAR DEFAULT '' NOT NULL, slug "
        "VARCHAR DEFAULT '' NOT NULL, type VARCHAR DEFAULT '' NOT NULL, title VARCHAR DEFAULT '' NOT NULL, edtf VARCHAR "
        "DEFAULT '' NOT NULL, first VARCHAR, last VARCHAR, sort_day VARCHAR DEFAULT '' NOT NULL, place VARCHAR DEFAULT '' "
        "NOT NULL, modality VARCHAR DEFAULT '' NOT NULL, lineages INTEGER DEFAULT '0' NOT NULL, support VARCHAR DEFAULT "
        "'' NOT NULL, assessment VARCHAR DEFAULT '' NOT NULL, credibility VARCHAR DEFAULT '' NOT NULL, "
        "groundless INTEGER DEFAULT '0' NOT NULL, documents INTEGER DEFAULT '0' NOT NULL, claims INTEGER "
        "DEFAULT '0' NOT NULL, disputes INTEGER DEFAULT '0' NOT NULL, body TEXT NOT NULL, PRIMARY KEY (number), UNIQUE "
        "(id))"
    ),
    "CREATE INDEX events_by_cluster ON events (cluster_id)",
    "CREATE INDEX events_by_day ON events (sort_day, id)",
    "CREATE INDEX events_by_slug ON events (slug)",
    "CREATE INDEX events_by_type ON events (type, sort_day)",
    (
        "CREATE TABLE evidence (sha256 VARCHAR NOT NULL, media_type VARCHAR NOT NULL, size_bytes INTEGER DEFAULT '0' NOT "
        "NULL, name VARCHAR DEFAULT '' NOT NULL, packed_sha256 VARCHAR DEFAULT '' NOT NULL, content BLOB NOT NULL, PRIMARY KEY "
        "(sha256, media_type))"
    ),
    (
        "CREATE TABLE issues (id VARCHAR NOT NULL, code VARCHAR DEFAULT '' NOT NULL, document_id VARCHAR DEFAULT '' NOT "
        "NULL, gravity INTEGER DEFAULT '0' NOT NULL, analysed INTEGER DEFAULT '0' NOT NULL, body TEXT NOT NULL, PRIMARY "
        "KEY (id))"
    ),
    "CREATE INDEX issues_by_document ON issues (document_id)",
    "CREATE INDEX issues_by_gravity ON issues (gravity, code, id)",
    (
        "CREATE TABLE lineage_documents (document_id VARCHAR NOT NULL, lineage_id VARCHAR DEFAULT '' NOT NULL, PRIMARY "
        "KEY (document_id))"
    ),
    "CREATE INDEX lineage_documents_by_lineage ON lineage_documents (lineage_id)",
    "CREATE TABLE lineages (id VARCHAR NOT NULL, size INTEGER DEFAULT '0' NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id))",
    "CREATE INDEX lineages_by_size ON lineages (size, id)",
    "CREATE TABLE mentions (document_id VARCHAR NOT NULL, body TEXT NOT NULL, PRIMARY KEY (document_id))",
    "CREATE TABLE phrases (number INTEGER NOT NULL, words VARCHAR NOT NULL, PRIMARY KEY (number), UNIQUE (words))",
    (
        "CREATE TABLE receipts (number INTEGER NOT NULL, run INTEGER DEFAULT '0' NOT NULL, locator VARCHAR DEFAULT '' NOT "
        "NULL, outcome VARCHAR DEFAULT '' NOT NULL, document_id VARCHAR, reason VARCHAR DEFAULT '' NOT NULL, code VARCHAR "
        "DEFAULT '' NOT NULL, PRIMARY KEY (number))"
    ),
    "CREATE INDEX receipts_by_run ON receipts (run, number)",
    (
        "CREATE TABLE runs (number INTEGER NOT NULL, started VARCHAR NOT NULL, finished VARCHAR, tables VARCHAR DEFAULT '' "
        "NOT NULL, PRIMARY KEY (number))"
    ),
    (
        "CREATE TABLE statements (id VARCHAR NOT NULL, document_id VARCHAR DEFAULT '' NOT NULL, start INTEGER DEFAULT '0' "
        "NOT NULL, body TEXT NOT NULL, PRIMARY KEY (id))"
    ),
    "CREATE INDEX statements_by_document ON statements (document_id, start)",
    (
        "CREATE TABLE texts (number INTEGER NOT NULL, document_id VARCHAR NOT NULL, title TEXT NOT NULL, text TEXT NOT "
        "NULL, PRIMARY KEY (number), UNIQUE (document_id))"
    ),
    (
        "CREATE VIRTUAL TABLE texts_fts USING "
        "fts5(title, text, content='texts', content_rowid='number', tokenize='unicode61 remove_diacritics 2')"
    ),
    ("CREATE VIRTUAL TABLE events_fts USING fts5(actor, place, source, text, tokenize='unicode61 remove_diacritics 2')"),
)


def upgrade() -> None:
    """Make the tables."""
    for step in STEPS:
        op.execute(step)
