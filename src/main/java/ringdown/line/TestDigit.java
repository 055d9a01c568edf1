package ringdown.line;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The digit that gives silence in a line test: one with which no emergency number begins (LINES rule 18). Pure. */
final class TestDigit {
    private static final String CANDIDATES = "23456789";

    private TestDigit() {}

    /** Null: each digit begins one. */
    @Nullable
    static Character of(LineSetup setup) {
        return of(setup.plan().emergencyNumbers(), setup.dial().prefix());
    }

    /** {@code prefix} leads out of a PBX, to another dial tone. */
    @Nullable
    static Character of(Set<String> emergency, @Nullable String prefix) {
        for (int i = 0; i < CANDIDATES.length(); i++) {
            char digit = CANDIDATES.charAt(i);
            boolean begins = emergency.stream().anyMatch(number -> number.indexOf(digit) == 0);
            if (!begins && (prefix == null || prefix.indexOf(digit) != 0)) {
                return digit;
            }
        }
        return null;
    }
}
