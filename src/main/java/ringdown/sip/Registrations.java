package ringdown.sip;

import java.util.List;

/**
 * Where registrations are kept over a restart, so that telephones can be rung at once after it. Called from virtual threads; may
 * block on the disk. Never fails: what cannot be written is lost at the next restart, no more.
 */
public interface Registrations {
    /** All that are kept, in any order, expired ones too. */
    List<Registration> load();

    /** Keeps it, in place of one with the same {@link Registration#id()}. */
    void save(Registration registration);

    /** Forgets the one with that {@link Registration#id()}, if there is one. */
    void remove(String id);
}
