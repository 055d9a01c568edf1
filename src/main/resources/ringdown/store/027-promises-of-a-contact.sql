-- What a contact was and is owed, newest first: asked for by each card that is opened.
CREATE INDEX promises_by_contact ON promises (contact_id, made_at DESC, id DESC) WHERE contact_id IS NOT NULL;
