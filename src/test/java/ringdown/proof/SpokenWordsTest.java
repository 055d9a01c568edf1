package ringdown.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** What the ledger says was promised is what the caller has heard: every word of {@code spokenAs}, as the sound that ships, in its order. */
@Execution(ExecutionMode.CONCURRENT)
class SpokenWordsTest {
    private static final Map<String, String> CALLERS =
            Map.of("+48221234999", "uk", "+380671490002", "ru", "+380671490003", "en");
    private static final int SLICE = 1600;

    @Test
    void everyWordOfAPromiseInTheLedgerIsHeardInItsOrderInEachLanguage() {
        Office office = Office.ofTheContract().without("duty: 201").with("contacts:  ", """
                contacts:
                  - {name: Анна, numbers: ["+380671490002"], language: ru}
                  - {name: Ann, numbers: ["+380671490003"], language: en}
                  #""");
        try (Trunk provider = Trunk.of(office, "provider");
                Box box = Box.running(office, "2026-11-20T19:45:00+02:00")) {
            provider.serves(box);
            List<String> promises = new ArrayList<>(promised(box, provider));
            box.clockReads("2026-11-24T15:10:00+02:00");
            promises.addAll(promised(box, provider));
            assertThat(promises)
                    .as("no two of them say the same")
                    .doesNotHaveDuplicates()
                    .hasSize(6);
        }
    }

    private static List<String> promised(Box box, Trunk provider) {
        Map<String, SipCall> calls = new TreeMap<>();
        CALLERS.keySet().forEach(number -> calls.put(number, provider.calls(Trunk.Shown.as(number), "0441230003")));
        calls.values().forEach(SipCall::hearsMessageTone);
        calls.values().forEach(SipCall::hangsUp);
        List<String> all = new ArrayList<>();
        calls.forEach((number, call) -> {
            short[] heard = call.heard();
            box.endedCall(number);
            JsonNode promise = box.promises(number, "open").getFirst();
            String words = promise.path("spokenAs").asString();
            hears(box, CALLERS.get(number), words, heard);
            all.add(words);
            box.api().post("/api/promises/" + promise.path("id").asString() + "/close", Map.of("how", "sms"));
        });
        return all;
    }

    /** Piece by piece: a machine under load may cut a frame out of one half of a word, hardly out of both. */
    private static void hears(Box box, String language, String words, short[] heard) {
        Map<String, String> sounds = sounds(box, language);
        int at = 0;
        for (String piece : pieces(words, sounds)) {
            short[] sound = box.api().sound("/api/prompts/" + language + "/" + sounds.get(piece));
            int half = sound.length / 2;
            int found = first(Hearing.liveliest(Arrays.copyOf(sound, half), SLICE), heard, at);
            if (found < 0) {
                found = first(Hearing.liveliest(Arrays.copyOfRange(sound, half, sound.length), SLICE), heard, at);
            }
            assertThat(found).as("\"%s\" of \"%s\"", piece, words).isNotNegative();
            at = found;
        }
    }

    /** What ships for these words; punctuation is no sound. */
    private static Map<String, String> sounds(Box box, String language) {
        Map<String, String> all = new TreeMap<>();
        for (JsonNode one : box.api().list("/api/prompts")) {
            if (one.path("language").asString().equals(language)) {
                all.put(bare(one.path("text").asString()), one.path("name").asString());
            }
        }
        return all;
    }

    private static String bare(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[.,:!?]", "").strip();
    }

    /** The words cut into what ships, longest first. */
    private static List<String> pieces(String words, Map<String, String> sounds) {
        List<String> left = Arrays.asList(bare(words).split(" "));
        List<String> all = new ArrayList<>();
        while (!left.isEmpty()) {
            int n = left.size();
            while (n > 0 && !sounds.containsKey(String.join(" ", left.subList(0, n)))) {
                n--;
            }
            assertThat(n).as("nothing ships for %s of \"%s\"", left, words).isPositive();
            all.add(String.join(" ", left.subList(0, n)));
            left = left.subList(n, left.size());
        }
        return all;
    }

    /** Where the slice stands first from there on, by normalised correlation; -1: nowhere. */
    private static int first(short[] slice, short[] heard, int from) {
        double energy = energy(slice, 0, slice.length);
        double theirs = energy(heard, from, Math.min(slice.length, heard.length - from));
        for (int at = from; at + slice.length < heard.length; at++) {
            double product = 0;
            for (int i = 0; i < slice.length; i++) {
                product += slice[i] * heard[at + i];
            }
            if (product > 0.8 * Math.sqrt(energy * theirs)) {
                return at;
            }
            theirs += (double) heard[at + slice.length] * heard[at + slice.length] - (double) heard[at] * heard[at];
        }
        return -1;
    }

    private static double energy(short[] sound, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += (double) sound[i] * sound[i];
        }
        return sum;
    }
}
