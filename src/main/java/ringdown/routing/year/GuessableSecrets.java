package ringdown.routing.year;

import ringdown.office.Office;
import ringdown.office.PhoneSecrets;
import ringdown.office.Secret;

/** Telephones whose secret is tried first by whoever calls at other people's expense. Warnings: such an office works. */
final class GuessableSecrets {
    private final Office office;
    private final Spans spans;
    private final Findings findings;

    GuessableSecrets(Office office, Spans spans, Findings findings) {
        this.office = office;
        this.spans = spans;
        this.findings = findings;
    }

    void run() {
        for (var i = 0; i < office.people().size(); i++) {
            var person = office.people().get(i);
            if (person.hasSip()
                    && person.secret() instanceof Secret.Plain plain
                    && PhoneSecrets.isWeak(plain.text(), person.extension())) {
                findings.warn(
                        "people[" + i + "].secret",
                        "is easily guessed: whoever guesses it calls at the office's expense",
                        spans.begin());
            }
        }
    }
}
