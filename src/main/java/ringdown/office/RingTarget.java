package ringdown.office;

import ringdown.number.Extension;
import ringdown.number.PhoneNumber;

/** Whom a stage rings. Prints as it is written in the office file. */
public sealed interface RingTarget {

    /** The contact's manager. */
    record Manager() implements RingTarget {
        @Override
        public String toString() {
            return "manager";
        }
    }

    /** The contact's backups, all at once. */
    record Backups() implements RingTarget {
        @Override
        public String toString() {
            return "backups";
        }
    }

    /** Who talked longest in the caller's last talk. */
    record LastSpoken() implements RingTarget {
        @Override
        public String toString() {
            return "last spoken";
        }
    }

    /** Of the script's responsible team, else of the last team rung, else of the manager's first team, else of the first team. */
    record Head() implements RingTarget {
        @Override
        public String toString() {
            return "head";
        }
    }

    /** Who has duty now. */
    record Duty() implements RingTarget {
        @Override
        public String toString() {
            return "duty";
        }
    }

    /** Who owes the caller a call back, and the deputies; not written in the office file (SITUATIONS rule 14). */
    record Owner() implements RingTarget {
        @Override
        public String toString() {
            return "owner";
        }
    }

    /** The mobiles of those the call is for; not written in the office file but as {@code ring: mobiles} of an override. */
    record Mobiles() implements RingTarget {
        @Override
        public String toString() {
            return "mobiles";
        }
    }

    /** A team by name. */
    record OfTeam(String name) implements RingTarget {
        @Override
        public String toString() {
            return "team " + name;
        }
    }

    /** Everybody in the teams of that level: 1 takes and dispatches, 2 and 3 solve. */
    record OfLevel(int level) implements RingTarget {
        @Override
        public String toString() {
            return "level " + level;
        }
    }

    /** One person. */
    record OfPerson(Extension extension) implements RingTarget {
        @Override
        public String toString() {
            return extension.toString();
        }
    }

    /** A number of the public network. */
    record OutsideNumber(PhoneNumber number) implements RingTarget {
        @Override
        public String toString() {
            return number.toString();
        }
    }
}
