-- The tables of the shared log, made once by `meeting-tui shared init`, as a role that nobody can
-- log in as. Nobody but that role can write to them: what people may do is in postgres_functions.sql.
-- :owner:, :viewer:, :note_taker: and :officer: are the names of the roles in this database.

CREATE TABLE meeting_tui.layout (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    version integer NOT NULL
);

-- The kinds of entries that the program knows, whether a note-taker may make them, and what each holds:
-- its fields with what may stand in them, and those that are always there.
CREATE TABLE meeting_tui.kind (
    name text PRIMARY KEY,
    of_notes boolean NOT NULL,
    fields jsonb NOT NULL,
    needed text[] NOT NULL
);

-- Who may do what. Whoever lost every right stays here, so that nobody else gets those initials.
CREATE TABLE meeting_tui.person (
    login name PRIMARY KEY,
    hand text NOT NULL UNIQUE,
    role text CHECK (role IN ('officer', 'note_taker', 'viewer'))
);

-- A meeting, with the number and the hash of its last entry. Its row is what writers take turns by.
CREATE TABLE meeting_tui.meeting (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    seq bigint NOT NULL DEFAULT 0,
    hash text NOT NULL DEFAULT repeat('0', 64),
    owes boolean NOT NULL DEFAULT false
);

CREATE TABLE meeting_tui.entry (
    meeting integer NOT NULL REFERENCES meeting_tui.meeting ON DELETE CASCADE,
    seq bigint NOT NULL,
    id text NOT NULL,
    act text NOT NULL,
    desk text NOT NULL,
    hand text NOT NULL,
    name text NOT NULL,
    content bytea NOT NULL,
    hash text NOT NULL,
    CONSTRAINT entry_number PRIMARY KEY (meeting, seq),
    CONSTRAINT entry_id UNIQUE (meeting, id)
);

CREATE INDEX entry_act ON meeting_tui.entry (meeting, act);
CREATE INDEX entry_desk ON meeting_tui.entry (meeting, desk, hand);

-- What somebody has typed and not entered: read by that person alone, through a function.
CREATE TABLE meeting_tui.draft (
    meeting integer NOT NULL REFERENCES meeting_tui.meeting ON DELETE CASCADE,
    login name NOT NULL,
    slot text NOT NULL,
    content bytea NOT NULL,
    said text NOT NULL,
    kept_at text NOT NULL,
    CONSTRAINT draft_slot PRIMARY KEY (meeting, login, slot)
);

-- Files that delegations handed in, by the hash that an entry gives of them.
CREATE TABLE meeting_tui.received (
    meeting integer NOT NULL REFERENCES meeting_tui.meeting ON DELETE CASCADE,
    sha256 text NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT received_file PRIMARY KEY (meeting, sha256)
);

REVOKE ALL ON ALL TABLES IN SCHEMA meeting_tui FROM PUBLIC;
GRANT USAGE ON SCHEMA meeting_tui TO :viewer:;
GRANT SELECT ON meeting_tui.layout, meeting_tui.kind, meeting_tui.person, meeting_tui.meeting,
    meeting_tui.entry, meeting_tui.received TO :viewer:;
