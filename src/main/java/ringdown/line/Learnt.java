package ringdown.line;

import java.util.function.UnaryOperator;

/** What one line has learnt, kept as it learns. Belongs to the board's thread. */
final class Learnt {
    private final String via;
    private final LineProfiles profiles;
    private LineProfile profile;

    Learnt(String via, LineProfiles profiles) {
        this.via = via;
        this.profiles = profiles;
        profile = profiles.of(via);
    }

    LineProfile profile() {
        return profile;
    }

    /** The sign ends a call by itself: the line has proven it, or the installer says so. */
    boolean believes(ReleaseSign sign, LineSetup setup) {
        boolean shown = setup.release().isEmpty() && profile.proven(sign);
        return shown || setup.releasedBy(sign.word());
    }

    /** There is a sign that ends a call by itself. */
    boolean releases(LineSetup setup) {
        return !setup.release().isEmpty()
                || believes(ReleaseSign.LOOP_BREAK, setup)
                || believes(ReleaseSign.REVERSAL, setup);
    }

    /** The sign has proved true, or not. */
    void showed(ReleaseSign sign, boolean released) {
        now(before -> before.showed(sign, released));
    }

    /** Keeps what is new; nothing is written where nothing is. */
    void now(UnaryOperator<LineProfile> change) {
        LineProfile next = change.apply(profile);
        if (!next.equals(profile)) {
            profile = next;
            profiles.learnt(via, next);
        }
    }
}
