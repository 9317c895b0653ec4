-- What has happened at each desk, in order. Rows are added, never changed, never deleted.
CREATE TABLE event (
    desk    TEXT    NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    at      INTEGER NOT NULL, -- milliseconds since 1970; for people, the body has the exact instant
    type    TEXT    NOT NULL,
    form    INTEGER NOT NULL, -- of the body
    body    TEXT    NOT NULL, -- JSON
    PRIMARY KEY (desk, version)
) STRICT, WITHOUT ROWID;

-- A desk at one version, so that a start need not replay years. Counts once complete.
CREATE TABLE snapshot (
    desk     TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    form     INTEGER NOT NULL,
    complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
    PRIMARY KEY (desk, version)
) STRICT, WITHOUT ROWID;

-- Its compressed JSON in pieces, so that a large one never holds up the events.
CREATE TABLE snapshot_part (
    desk    TEXT    NOT NULL,
    version INTEGER NOT NULL,
    part    INTEGER NOT NULL,
    bytes   BLOB    NOT NULL,
    PRIMARY KEY (desk, version, part),
    FOREIGN KEY (desk, version) REFERENCES snapshot ON DELETE CASCADE
) STRICT;

-- The only place for personal data.
CREATE TABLE private (
    subject   TEXT    PRIMARY KEY,
    text      TEXT    NOT NULL,
    delete_at INTEGER NOT NULL -- milliseconds since 1970
) STRICT;
CREATE INDEX private_delete_at ON private (delete_at);

-- Invitations and sessions that still hold: whatever is used up or revoked is gone from here.
CREATE TABLE credential (
    jti     TEXT    PRIMARY KEY,
    subject TEXT    NOT NULL,
    expires INTEGER NOT NULL -- milliseconds since 1970
) STRICT;
CREATE INDEX credential_subject ON credential (subject);
CREATE INDEX credential_expires ON credential (expires);
