package ringdown.office;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;

/**
 * Who may log in to the page.
 *
 * @param password null: none is set, nobody can log in with it
 * @param person whose page it is
 * @param teams names of the teams a head sees
 * @param mail address for reports
 * @param report when a report is sent, "closing+5m"
 */
public record Account(
        String name,
        Role role,
        @Nullable Secret password,
        @Nullable Extension person,
        List<String> teams,
        @Nullable String mail,
        @Nullable String report) {

    /** How {@code report} is written: at closing, or so long after it. */
    public static final String REPORT = "closing(?:\\+(\\d{1,4})(s|m|h))?";

    /** What an account may see and do. */
    public enum Role {
        INSTALLER,
        STAFF,
        HEAD,
        QUALITY,
        DIRECTOR
    }

    public Account {
        teams = List.copyOf(teams);
    }

    public Account withPassword(@Nullable Secret newPassword) {
        return new Account(name, role, newPassword, person, teams, mail, report);
    }
}
