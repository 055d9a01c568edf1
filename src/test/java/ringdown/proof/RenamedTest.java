package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import ringdown.mailer.PostOffice;

/** Whoever is called otherwise since they called is shown by the present name in the reminder and on the telephone. */
@Execution(ExecutionMode.CONCURRENT)
class RenamedTest {
    private static final String LILIYA = "+380501112233";

    @Test
    void theReminderAndTheTelephoneShowTheNameOfToday() throws Exception {
        try (PostOffice post = new PostOffice(0)) {
            Office office = Office.ofTheContract()
                    .without("duty: 201")
                    .withoutGreetings()
                    .with("manager: 201", "manager: 203")
                    .with("name: Марія Шевченко,", "name: Марія Шевченко, mail: maria@example.org,")
                    .with(
                            "accounts:",
                            "mail: {host: 127.0.0.1, port: " + post.port()
                                    + ", security: none, from: office@example.org}\naccounts:");
            try (Box box = Box.running(office, "2026-11-23T08:40:00+02:00")) {
                Line line = box.line(1).clear();
                line.rings(LILIYA, "etsi-before-ring").isRecorded();
                line.hangsUp().isFree();
                var call = box.endedCall(LILIYA);
                box.api()
                        .patch(
                                "/api/contacts/" + call.path("contactId").asString(),
                                Map.of("name", "Lotos Ltd", "spoken", "Lotos"));
                box.clockReads("2026-11-23T09:00:00+02:00");
                Handset maria = box.telephone(2).isRung(); // it does not ring for ever, and the letter stays
                Until.holds(
                        "the name is shown",
                        () -> maria.view().path("callerName").asString(""),
                        "Lotos Ltd"::equals);
                String letter = Until.holds("the reminder", post::taken, all -> !all.isEmpty())
                        .getFirst();
                assertThat(letter).contains("Lotos Ltd, " + LILIYA);
            }
        }
    }
}
