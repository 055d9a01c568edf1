-- Addresses that have guessed passwords. Those past stay for a month: whoever comes again stays out longer.
CREATE TABLE bans (
    address TEXT    PRIMARY KEY,
    since   INTEGER NOT NULL,
    until   INTEGER NOT NULL,
    reason  TEXT    NOT NULL,
    times   INTEGER NOT NULL
);
