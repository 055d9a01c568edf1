-- Whose message lamp was ever lit: a telephone that was switched off when it went out has to be told so.
CREATE TABLE lamps_lit (extension TEXT PRIMARY KEY) WITHOUT ROWID;
