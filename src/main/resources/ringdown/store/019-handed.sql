-- What a leaving has changed on cards, to be taken back with it. person: who left; after: as long as nobody has changed it by hand.
CREATE TABLE handed_contacts (
    person         TEXT NOT NULL,
    contact_id     TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    manager_before TEXT,
    backups_before TEXT NOT NULL,
    manager_after  TEXT,
    backups_after  TEXT NOT NULL,
    PRIMARY KEY (person, contact_id)
) WITHOUT ROWID;
CREATE INDEX handed_contacts_by_card ON handed_contacts (contact_id);
