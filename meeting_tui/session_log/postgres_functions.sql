-- What people may do to the shared log, made anew by each `meeting-tui shared init`. A function that
-- writes runs as the owner of the tables, so it checks for itself who asks: `session_user` is whoever
-- logged in, whatever they set later. A refusal names its reason as the constraint; its SQLSTATE is
-- MT001 where the log ends at another number, MT002 for everything else.

CREATE OR REPLACE FUNCTION meeting_tui.refuse(reason text, said text, about text DEFAULT '')
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'MT002', MESSAGE = said, CONSTRAINT = reason, DETAIL = about;
END $$;

-- Who asks, if they may do at least that much.
CREATE OR REPLACE FUNCTION meeting_tui.me(wanted text) RETURNS meeting_tui.person
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_person meeting_tui.person;
    rights CONSTANT text[] := ARRAY['viewer', 'note_taker', 'officer'];
BEGIN
    SELECT * INTO found_person FROM meeting_tui.person
        WHERE login = session_user AND role IS NOT NULL;
    IF NOT FOUND THEN
        PERFORM meeting_tui.refuse('nobody', 'you have no rights here');
    ELSIF array_position(rights, found_person.role) < array_position(rights, wanted) THEN
        PERFORM meeting_tui.refuse('role', 'a ' || found_person.role || ' may not do this',
                                   found_person.role);
    END IF;
    RETURN found_person;
END $$;

-- The number of a meeting, whose writers wait from now on until this transaction ends.
CREATE OR REPLACE FUNCTION meeting_tui.locked(meeting_name text) RETURNS meeting_tui.meeting
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_meeting meeting_tui.meeting;
BEGIN
    SELECT * INTO found_meeting FROM meeting_tui.meeting WHERE name = meeting_name FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM meeting_tui.refuse('no_meeting', 'there is no meeting of that name');
    END IF;
    RETURN found_meeting;
END $$;

CREATE OR REPLACE FUNCTION meeting_tui.hash_after(previous text, content bytea) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT encode(sha256(convert_to(previous, 'UTF8') || content), 'hex')
$$;

-- What a content says. It must be spelled as the program spells it: of two readers of one text none
-- may find another author in it than the other.
CREATE OR REPLACE FUNCTION meeting_tui.parsed(
    content bytea, OUT seq bigint, OUT id text, OUT act text, OUT desk text, OUT hand text,
    OUT name text, OUT what json
) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    said text;
    told json;
    head text;
    at text;
    recorded_at text;
BEGIN
    BEGIN
        said := convert_from(content, 'UTF8');
        told := said::json;
        at := told->>'at';
        recorded_at := told->>'recorded_at';
        seq := (told->>'seq')::bigint;
        id := told->>'id';
        act := told->>'act';
        desk := told->>'desk';
        hand := told->>'hand';
        name := told->>'name';
        head := '{"act":' || to_json(act) || ',"at":' || to_json(at)
            || ',"desk":' || to_json(desk) || ',"hand":' || to_json(hand) || ',"id":' || to_json(id)
            || ',"name":' || to_json(name) || ',"recorded_at":' || to_json(recorded_at)
            || ',"schema":' || (told->>'schema')::integer || ',"seq":' || seq || ',"what":';
        what := substr(said, length(head) + 1, length(said) - length(head) - 1)::json;
    EXCEPTION WHEN data_exception THEN
        head := NULL;
    END;
    IF (starts_with(said, head) AND right(said, 1) = '}' AND starts_with(id, desk || '-')
        AND json_typeof(what) = 'object' AND meeting_tui.is_instant(at)
        AND meeting_tui.is_instant(recorded_at)) IS NOT TRUE
        OR (SELECT count(*) <> count(DISTINCT key) FROM json_object_keys(what) key)
    THEN
        PERFORM meeting_tui.refuse('spelling', 'the program does not write an entry like this');
    END IF;
END $$;

-- A text as it is compared with others: without anything in which typed texts may differ.
CREATE OR REPLACE FUNCTION meeting_tui.plain(said text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT btrim(regexp_replace(lower(normalize(said, NFKC) COLLATE :collation:),
                                '[[:cntrl:][:space:]]+', ' ', 'g'))
$$;

-- Whether a draft says a purged text or a good part of it, or corrects the point: rather once too
-- often, as a lost draft can be typed again but a kept one cannot be taken back.
CREATE OR REPLACE FUNCTION meeting_tui.says(draft text, purged text, point text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    width CONSTANT integer := CASE WHEN purged ~ '^[\x01-\x7f]*$' THEN 12 ELSE 6 END;
BEGIN
    IF draft ~ ('^(\S+ ){0,2}\S*\m' || lower(point) || '\M') THEN
        RETURN true;
    ELSIF length(purged) <= width THEN
        RETURN purged <> '' AND strpos(draft, purged) > 0;
    END IF;
    RETURN EXISTS (SELECT FROM generate_series(1, length(purged) - width + 1) place
                   WHERE strpos(draft, substr(purged, place, width)) > 0);
END $$;

-- Lets nobody alter what was written but by a purge that seals what it leaves; see `purges` in the
-- program. `redacted` are contents as they are to be, in the order of the purge's own numbers.
CREATE OR REPLACE FUNCTION meeting_tui.redact(
    who meeting_tui.person, in_meeting integer, purge json, redacted bytea[]
) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    numbers CONSTANT bigint[] := ARRAY(SELECT json_array_elements_text(purge->'redacted')::bigint);
    seals CONSTANT text[] := ARRAY(SELECT json_array_elements_text(purge->'seals'));
    others CONSTANT jsonb := coalesce(purge->'others', '[]')::jsonb;
    point CONSTANT text := purge->>'point';
    texts CONSTANT text[] := ARRAY['text', 'ruling', 'reason', 'about'];
    marks CONSTANT text[] := ARRAY['text', 'questions', 'stance', 'audience', 'not_asked', 'topics',
                                   'proposals', 'stance_on'];
    old record;
    was jsonb;
    remains jsonb;
    is_other boolean;
BEGIN
    IF point !~ '^[A-Za-z]+[-0-9]*$' OR cardinality(numbers) <> cardinality(seals)
        OR cardinality(numbers) <> cardinality(redacted)
    THEN
        PERFORM meeting_tui.refuse('spelling', 'the program does not write a purge like this');
    END IF;
    FOR n IN 1 .. cardinality(numbers) LOOP
        SELECT e.*, coalesce(before.hash, CASE WHEN e.seq = 1 THEN repeat('0', 64) ELSE '' END)
            AS previous
            INTO old FROM meeting_tui.entry e
            LEFT JOIN meeting_tui.entry before
                ON before.meeting = e.meeting AND before.seq = e.seq - 1
            WHERE e.meeting = in_meeting AND e.seq = numbers[n];
        was := (meeting_tui.parsed(old.content)).what;
        remains := (meeting_tui.parsed(redacted[n])).what;
        is_other := others ? old.id;
        IF (CASE WHEN is_other
                THEN was - texts = remains - texts AND NOT EXISTS (
                    SELECT FROM unnest(texts) field WHERE remains->>field <> '')
                ELSE old.name IN ('point_noted', 'point_corrected', 'item_noted')
                    AND was->>'point' = point AND remains->>'text' = ''
                    AND was - marks = remains - marks END
            AND meeting_tui.outside_what(old.content) = meeting_tui.outside_what(redacted[n])
            AND meeting_tui.hash_after(old.previous, redacted[n]) = seals[n]) IS NOT TRUE
        THEN
            PERFORM meeting_tui.refuse('purge', 'a purge takes away text and nothing else');
        ELSIF who.role <> 'officer' AND old.hand <> who.hand THEN
            PERFORM meeting_tui.refuse('others', 'only an officer purges what others entered');
        END IF;
        DELETE FROM meeting_tui.draft d WHERE d.meeting = in_meeting AND EXISTS (
            SELECT FROM unnest(texts) field
            WHERE meeting_tui.says(d.said, meeting_tui.plain(coalesce(was->>field, '')), point));
        UPDATE meeting_tui.entry SET content = redacted[n]
            WHERE meeting = in_meeting AND seq = numbers[n];
    END LOOP;
    UPDATE meeting_tui.meeting SET owes = true WHERE number = in_meeting;
END $$;

-- A content without what happened: number, id, author, instants.
CREATE OR REPLACE FUNCTION meeting_tui.outside_what(content bytea) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (convert_from(content, 'UTF8')::jsonb - 'what')::text
$$;

CREATE OR REPLACE FUNCTION meeting_tui.is_instant(said text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM said::timestamptz;
    RETURN said ~ '^(19|20)\d\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$';
EXCEPTION WHEN data_exception THEN
    RETURN false;
END $$;

CREATE OR REPLACE FUNCTION meeting_tui.holds_other_than(list json, pattern text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN json_typeof(list) <> 'array' OR EXISTS (
        SELECT FROM json_array_elements(list) each WHERE btrim(each::text) !~ pattern);
EXCEPTION WHEN invalid_parameter_value THEN
    RETURN true;
END $$;

-- Whether the fields of what happened are those of its kind, so that every reader can read it.
CREATE OR REPLACE FUNCTION meeting_tui.fits(what json, kind meeting_tui.kind) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT what::jsonb ?& kind.needed AND NOT EXISTS (
        SELECT FROM json_each(what) given (field, value)
        WHERE CASE kind.fields->>field
            WHEN 'any' THEN false
            WHEN 'text' THEN json_typeof(value) <> 'string'
            WHEN 'file' THEN json_typeof(value) <> 'string' OR value #>> '{}' IN ('', '.', '..')
                OR value #>> '{}' ~ '[/\\]'
            WHEN 'flag' THEN json_typeof(value) <> 'boolean'
            WHEN 'number' THEN json_typeof(value) <> 'number'
            WHEN 'count' THEN value::text !~ '^(0|-?[1-9]\d{0,9})$'
            WHEN 'instant' THEN json_typeof(value) <> 'string'
                OR NOT meeting_tui.is_instant(value #>> '{}')
            WHEN 'texts' THEN meeting_tui.holds_other_than(value, '^"')
            WHEN 'counts' THEN meeting_tui.holds_other_than(value, '^(0|[1-9]\d{0,9})$')
            ELSE true END)
$$;

-- Refuses an entry, just stored, that this person may not make.
CREATE OR REPLACE FUNCTION meeting_tui.allow(
    who meeting_tui.person, in_meeting integer, entry record
) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    known meeting_tui.kind;
BEGIN
    SELECT * INTO known FROM meeting_tui.kind WHERE name = entry.name;
    IF NOT FOUND THEN
        PERFORM meeting_tui.refuse('kind', 'no entry of that kind is known here', entry.name);
    ELSIF meeting_tui.fits(entry.what, known) IS NOT TRUE THEN
        PERFORM meeting_tui.refuse('spelling', 'the program does not write an entry like this');
    ELSIF entry.hand <> who.hand THEN
        PERFORM meeting_tui.refuse('author', 'an entry names who enters it', entry.hand);
    ELSIF NOT EXISTS (
        SELECT FROM meeting_tui.entry e
        WHERE e.meeting = in_meeting AND e.id = entry.act AND e.hand = who.hand)
    THEN
        PERFORM meeting_tui.refuse('act', 'an entry belongs to an act of whoever enters it');
    END IF;
    IF who.role = 'officer' THEN
        RETURN;
    ELSIF NOT known.of_notes THEN
        PERFORM meeting_tui.refuse('floor', 'only an officer runs the floor', entry.name);
    ELSIF EXISTS (SELECT FROM meeting_tui.entry e
        WHERE e.meeting = in_meeting AND e.desk = entry.desk AND e.hand <> who.hand)
    THEN
        PERFORM meeting_tui.refuse('desk', 'that desk is somebody else''s', entry.desk);
    ELSIF entry.name IN ('act_undone', 'act_redone') AND (
        SELECT count(*) = 0 OR NOT bool_and(e.hand = who.hand AND coalesce(k.of_notes, false))
        FROM meeting_tui.entry e LEFT JOIN meeting_tui.kind k ON k.name = e.name
        WHERE e.meeting = in_meeting AND e.act = entry.what->>'act' AND e.seq < entry.seq)
    THEN
        PERFORM meeting_tui.refuse('others', 'only an officer takes back what others entered');
    END IF;
END $$;

-- Appends entries behind number `expected`, all or none. Where the last of them is a purge, `redacted`
-- are the contents it leaves of entries before it. Wakes whoever listens.
CREATE OR REPLACE FUNCTION meeting_tui.append(
    meeting_name text, expected bigint, contents bytea[], redacted bytea[] DEFAULT '{}',
    drops_draft text DEFAULT NULL
) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who CONSTANT meeting_tui.person := meeting_tui.me('note_taker');
    kept meeting_tui.meeting := meeting_tui.locked(meeting_name);
    entry record;
BEGIN
    IF kept.seq <> expected THEN
        RAISE EXCEPTION USING ERRCODE = 'MT001', MESSAGE = 'the log ends at another number';
    END IF;
    FOR n IN 1 .. cardinality(contents) LOOP
        entry := meeting_tui.parsed(contents[n]);
        IF entry.seq <> kept.seq + 1 THEN
            PERFORM meeting_tui.refuse('number', 'the numbers do not go on');
        END IF;
        kept.seq := entry.seq;
        kept.hash := meeting_tui.hash_after(kept.hash, contents[n]);
        INSERT INTO meeting_tui.entry VALUES (kept.number, entry.seq, entry.id, entry.act,
            entry.desk, entry.hand, entry.name, contents[n], kept.hash);
        PERFORM meeting_tui.allow(who, kept.number, entry);
        IF entry.name = 'point_purged' THEN
            PERFORM meeting_tui.redact(who, kept.number, entry.what, redacted);
        END IF;
    END LOOP;
    UPDATE meeting_tui.meeting SET seq = kept.seq, hash = kept.hash WHERE number = kept.number;
    DELETE FROM meeting_tui.draft
        WHERE meeting = kept.number AND login = who.login AND slot = drops_draft;
    PERFORM pg_notify('meeting_tui', kept.number || ' ' || kept.seq);
    RETURN kept.hash;
END $$;

-- Takes the turn of a meeting for this transaction, so that what is read is the end of the log.
CREATE OR REPLACE FUNCTION meeting_tui.take_turn(meeting_name text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM meeting_tui.me('note_taker');
    RETURN (meeting_tui.locked(meeting_name)).seq;
END $$;

-- Makes a meeting without entries.
CREATE OR REPLACE FUNCTION meeting_tui.found(meeting_name text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    made integer;
BEGIN
    PERFORM meeting_tui.me('officer');
    INSERT INTO meeting_tui.meeting (name) VALUES (meeting_name)
        ON CONFLICT (name) DO NOTHING RETURNING number INTO made;
    IF made IS NULL THEN
        PERFORM meeting_tui.refuse('exists', 'there is a meeting of that name');
    END IF;
    RETURN made;
END $$;

-- Makes a meeting of the rows of a whole log, with the hashes they have there, whoever entered them.
-- A content need not hash to its own hash where a purge among the rows sealed it, nor does one behind
-- numbers that an entry among them says are lost.
CREATE OR REPLACE FUNCTION meeting_tui.adopt(meeting_name text, contents bytea[], hashes text[])
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    made CONSTANT integer := meeting_tui.found(meeting_name);
    last_seq bigint := 0;
    last_hash text := repeat('0', 64);
    entry record;
    is_sealed boolean;
    hash_found text;
BEGIN
    FOR n IN 1 .. cardinality(contents) LOOP
        entry := meeting_tui.told(contents[n]);
        IF NOT EXISTS (SELECT FROM meeting_tui.kind k WHERE k.name = entry.name) THEN
            PERFORM meeting_tui.refuse('kind', 'no entry of that kind is known here', entry.name);
        ELSIF (entry.seq > last_seq AND entry.id IS NOT NULL) IS NOT TRUE THEN
            PERFORM meeting_tui.refuse('number', 'the numbers do not go on');
        END IF;
        INSERT INTO meeting_tui.entry VALUES (made, entry.seq, entry.id, entry.act, entry.desk,
            entry.hand, entry.name, contents[n], hashes[n]);
        last_seq := entry.seq;
        last_hash := hashes[n];
    END LOOP;
    PERFORM meeting_tui.check_chain(made);
    UPDATE meeting_tui.meeting SET seq = last_seq, hash = last_hash WHERE number = made;
    RETURN made;
END $$;

-- What a content of any version of the program says.
CREATE OR REPLACE FUNCTION meeting_tui.told(
    content bytea, OUT seq bigint, OUT id text, OUT act text, OUT desk text, OUT hand text,
    OUT name text
) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    said json;
BEGIN
    said := convert_from(content, 'UTF8')::json;
    seq := (said->>'seq')::bigint;
    id := said->>'id';
    act := coalesce(said->>'act', id);
    desk := coalesce(said->>'desk', '');
    hand := coalesce(said->>'hand', desk);
    name := said->>'name';
EXCEPTION WHEN data_exception THEN
    PERFORM meeting_tui.refuse('spelling', 'the program does not write an entry like this');
END $$;

-- Refuses a meeting in which an entry does not follow from the one before.
CREATE OR REPLACE FUNCTION meeting_tui.check_chain(in_meeting integer) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wrong bigint;
BEGIN
    WITH linked AS (
        SELECT seq, hash, content, lag(seq, 1, 0::bigint) OVER turns AS before,
            lag(hash, 1, repeat('0', 64)) OVER turns AS previous
        FROM meeting_tui.entry WHERE meeting = in_meeting WINDOW turns AS (ORDER BY seq)
    ), what AS (
        SELECT name, (convert_from(content, 'UTF8')::json)->'what' AS told
        FROM meeting_tui.entry
        WHERE meeting = in_meeting AND name IN ('point_purged', 'events_lost')
    ), seal AS (
        SELECT number::bigint AS seq, said AS hash FROM what,
            ROWS FROM (json_array_elements_text(coalesce(told->'redacted', '[]')),
                       json_array_elements_text(coalesce(told->'seals', '[]'))) AS s (number, said)
        WHERE name = 'point_purged'
    ), lost AS (
        SELECT (told->>'first_number')::bigint AS first, (told->>'last_number')::bigint AS last
        FROM what WHERE name = 'events_lost'
    )
    SELECT min(l.seq) INTO wrong FROM linked l
    WHERE CASE WHEN l.seq = l.before + 1 THEN
            meeting_tui.hash_after(l.previous, l.content) <> l.hash
            AND NOT EXISTS (SELECT FROM seal s WHERE s.seq = l.seq
                AND s.hash = meeting_tui.hash_after(
                    l.previous, l.content))
        ELSE NOT EXISTS (SELECT FROM lost
            WHERE lost.first <= l.before + 1 AND lost.last >= l.seq - 1) END;
    IF wrong IS NOT NULL THEN
        PERFORM meeting_tui.refuse('chain', 'an entry does not follow from the one before', wrong::text);
    END IF;
END $$;

-- Keeps a file that was handed in, if an entry of the meeting says that it was.
CREATE OR REPLACE FUNCTION meeting_tui.keep_received(meeting_name text, content bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_hash CONSTANT text := encode(sha256(content), 'hex');
    in_meeting integer;
BEGIN
    PERFORM meeting_tui.me('note_taker');
    SELECT m.number INTO in_meeting FROM meeting_tui.meeting m
        JOIN meeting_tui.entry e ON e.meeting = m.number
        WHERE m.name = meeting_name AND e.name = 'text_received'
            AND convert_from(e.content, 'UTF8')::json->'what'->>'sha256' = found_hash LIMIT 1;
    IF in_meeting IS NULL THEN
        PERFORM meeting_tui.refuse('received', 'no entry speaks of this file');
    END IF;
    INSERT INTO meeting_tui.received VALUES (in_meeting, found_hash, content)
        ON CONFLICT DO NOTHING;
END $$;

CREATE OR REPLACE FUNCTION meeting_tui.keep_draft(
    meeting_name text, in_slot text, content bytea, said text, kept_at text
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who CONSTANT meeting_tui.person := meeting_tui.me('note_taker');
BEGIN
    -- In turn with a purge, which looks through all drafts.
    INSERT INTO meeting_tui.draft
        VALUES ((meeting_tui.locked(meeting_name)).number, who.login, in_slot, content,
                meeting_tui.plain(said), kept_at)
        ON CONFLICT ON CONSTRAINT draft_slot DO UPDATE SET content = excluded.content,
            said = excluded.said, kept_at = excluded.kept_at;
END $$;

CREATE OR REPLACE FUNCTION meeting_tui.drop_draft(meeting_name text, in_slot text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM meeting_tui.draft d USING meeting_tui.meeting m
        WHERE d.meeting = m.number AND m.name = meeting_name AND d.slot = in_slot
            AND d.login = (meeting_tui.me('note_taker')).login;
END $$;

CREATE OR REPLACE FUNCTION meeting_tui.my_drafts(meeting_name text)
RETURNS TABLE (slot text, content bytea, kept_at text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT d.slot, d.content, d.kept_at
    FROM meeting_tui.draft d JOIN meeting_tui.meeting m ON m.number = d.meeting
    WHERE m.name = meeting_name AND d.login = session_user
$$;

-- Writes the files of the tables anew without what a purge took out of them, in a transaction of its
-- own behind that of the purge.
CREATE OR REPLACE FUNCTION meeting_tui.scrub(meeting_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kept CONSTANT meeting_tui.meeting := meeting_tui.locked(meeting_name);
BEGIN
    PERFORM meeting_tui.me('note_taker');
    IF kept.owes THEN
        EXECUTE 'CLUSTER meeting_tui.entry USING entry_number';
        EXECUTE 'CLUSTER meeting_tui.draft USING draft_slot';
        UPDATE meeting_tui.meeting SET owes = false WHERE number = kept.number;
    END IF;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA meeting_tui FROM PUBLIC;
GRANT EXECUTE ON FUNCTION meeting_tui.append, meeting_tui.take_turn, meeting_tui.keep_draft,
    meeting_tui.drop_draft, meeting_tui.my_drafts, meeting_tui.scrub, meeting_tui.keep_received
    TO :note_taker:;
GRANT EXECUTE ON FUNCTION meeting_tui.found, meeting_tui.adopt TO :officer:;
