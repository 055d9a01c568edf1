package ringdown.sip;

import java.util.List;

/** Where bans are kept over a restart. Safe from any thread. */
public interface Bans {
    List<Ban> load();

    /** In place of an older one of the same address. */
    void save(Ban ban);

    void remove(String address);

    /** For a box that keeps none. */
    Bans NONE = new Bans() {
        @Override
        public List<Ban> load() {
            return List.of();
        }

        @Override
        public void save(Ban ban) {}

        @Override
        public void remove(String address) {}
    };
}
