package ringdown;

import java.util.Objects;

/** The version of the running program: from the jar's manifest, or "development" where there is none. */
final class Version {
    static final String TEXT =
            Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");

    private Version() {}
}
