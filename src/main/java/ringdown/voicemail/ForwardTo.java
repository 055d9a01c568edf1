package ringdown.voicemail;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.call.Handset;
import ringdown.number.Language;
import ringdown.prompts.Phrase;
import ringdown.prompts.Prompts;
import ringdown.prompts.Sound;

/**
 * Asks by telephone where a message goes: an extension and #, or * and the figure of a team as they are read out. Runs on the call's
 * thread.
 */
final class ForwardTo {
    private static final int LONGEST_EXTENSION = 8;
    /** As many as one key can tell apart. */
    private static final int MOST_TEAMS = 9;

    private static final Duration FOR_A_KEY = Duration.ofSeconds(5);

    private final Prompts prompts;
    private final Handset handset;
    private final List<String> teams;
    private final Language language;

    ForwardTo(Prompts prompts, Handset handset, List<String> teams, Language language) {
        this.prompts = prompts;
        this.handset = handset;
        this.teams = teams.subList(0, Math.min(teams.size(), MOST_TEAMS));
        this.language = language;
    }

    /** An extension or a team's name; empty if neither was keyed. The keys may come while the box still asks. */
    String asked() {
        Sound words = prompts.sound(Phrase.FORWARD_TO, language);
        Sound whole = teams.isEmpty() ? words : words.then(prompts.sound(Phrase.FORWARD_TEAM, language));
        Character first = handset.playUntilKey(whole.samples());
        if (first != null && first == '*') {
            return team();
        }
        if (first != null && first == '#') {
            return "";
        }
        return (first == null ? "" : first) + handset.keys(LONGEST_EXTENSION, FOR_A_KEY);
    }

    private String team() {
        Sound list = Sound.nothing();
        for (int i = 0; i < teams.size(); i++) {
            list = list.then(prompts.digits(Integer.toString(i + 1), language))
                    .then(prompts.text(teams.get(i), language));
        }
        Character early = handset.playUntilKey(list.samples());
        return named(early == null ? handset.key(FOR_A_KEY) : early);
    }

    private String named(@Nullable Character key) {
        int figure = key == null ? 0 : key - '0';
        return figure >= 1 && figure <= teams.size() ? teams.get(figure - 1) : "";
    }
}
