package ringdown.store;

import ringdown.ledger.CallQuery;

/** Questions tests ask. */
final class Queries {
    private Queries() {}

    static CallQuery all() {
        return new CallQuery(null, null, null, null, null, null, null, 500, null);
    }
}
