"""The tables of a vault. What is not sealed in them tells nothing of what they protect: random ids, account names, times."""

APPLICATION_ID = 0x434F5256
"""`CORV` in ASCII: says in the file's header whose it is. Source: SQLite, PRAGMA application_id."""

FORM = 1
"""The form of the tables, kept as the file's user version."""

TABLES = """
CREATE TABLE charter (one INTEGER PRIMARY KEY CHECK (one = 1), body BLOB NOT NULL, signature BLOB NOT NULL);
CREATE TABLE accounts (
    name TEXT NOT NULL, revision INTEGER NOT NULL, body BLOB NOT NULL, signature BLOB NOT NULL, PRIMARY KEY (name, revision)
);
CREATE TABLE secrets (
    account TEXT PRIMARY KEY, salt BLOB NOT NULL, operations INTEGER NOT NULL, memory_bytes INTEGER NOT NULL,
    locked BLOB NOT NULL, private BLOB NOT NULL
);
CREATE TABLE keys (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, version INTEGER NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL,
    destroyed_at TEXT, destroyed_by TEXT NOT NULL DEFAULT ''
);
CREATE TABLE grants (
    key_id TEXT NOT NULL REFERENCES keys (id), account TEXT NOT NULL, version INTEGER NOT NULL, sealed BLOB NOT NULL,
    by TEXT NOT NULL, signature BLOB NOT NULL, PRIMARY KEY (key_id, account)
);
CREATE TABLE entries (
    place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, key_id TEXT NOT NULL REFERENCES keys (id), kind TEXT NOT NULL
);
CREATE INDEX entries_by_key ON entries (key_id, kind);
CREATE TABLE contents (
    entry TEXT NOT NULL REFERENCES entries (id), version INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (entry, version)
);
CREATE TABLE log (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
    detail TEXT NOT NULL, digest TEXT NOT NULL, signature BLOB NOT NULL
);
CREATE INDEX log_by_subject ON log (subject);
CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TRIGGER log_is_not_removed BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TABLE attempts (account TEXT NOT NULL, address TEXT NOT NULL, at TEXT NOT NULL);
CREATE INDEX attempts_by_account ON attempts (account, at);
CREATE INDEX attempts_by_address ON attempts (address, at);
CREATE TABLE known_addresses (account TEXT NOT NULL, address TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (account, address));
CREATE TABLE counters (account TEXT NOT NULL, factor TEXT NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (account, factor));
CREATE TABLE challenges (challenge BLOB PRIMARY KEY, account TEXT NOT NULL, purpose TEXT NOT NULL, made_at TEXT NOT NULL);
CREATE TABLE sessions (
    digest TEXT PRIMARY KEY, account TEXT NOT NULL, made_at TEXT NOT NULL, seen_at TEXT NOT NULL, fresh_at TEXT NOT NULL
);
CREATE TABLE tokens (
    id TEXT PRIMARY KEY, digest TEXT NOT NULL, account TEXT NOT NULL, scopes TEXT NOT NULL, made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL, revoked_at TEXT
);
"""
"""Accounts, charter and grants are signed; `log` is chained, and each entry signed by the account that made it."""
