-- Five digits at the end of a number tell a caller: with seven in the index, whoever typed five or six read the whole ledger.
DROP INDEX calls_by_tail;
CREATE INDEX calls_by_tail ON calls (substr(caller_number, -5), started_at DESC, id DESC) WHERE caller_number IS NOT NULL;
-- In the order in which the newest is asked for; otherwise SQLite prefers an index in that order and reads the whole ledger for a caller of few calls.
DROP INDEX calls_by_number;
CREATE INDEX calls_by_number ON calls (caller_number, started_at DESC, id DESC) WHERE caller_number IS NOT NULL;
DROP INDEX calls_by_contact;
CREATE INDEX calls_by_contact ON calls (contact_id, started_at DESC, id DESC) WHERE contact_id IS NOT NULL;
DROP INDEX calls_called;
CREATE INDEX calls_called ON calls (called, started_at DESC, id DESC) WHERE direction = 'out';
CREATE INDEX messages_by_call ON messages (call_id);
CREATE INDEX messages_unheard ON messages (mailbox) WHERE NOT heard;
