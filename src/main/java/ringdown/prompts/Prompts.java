package ringdown.prompts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ringdown.number.Language;
import ringdown.prompts.Utterance.Sentence;

/**
 * Everything a caller hears in words, as sound: the front door. Making one costs nothing, sounds are loaded when they
 * are first needed. Safe for any thread; no method but {@link #text} waits for anything but the disk.
 */
public final class Prompts {
    /**
     * How long a call waits for a text that nobody prepared. A greeting late by two seconds is better than none: a box just started
     * renders while its first caller rings, on a board that does four things at once.
     */
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    private final Synthesizer synthesizer;
    private final Duration patience;
    private final TextSounds texts;
    private final CustomSounds own;
    private final PieceSounds pieces;
    private final Greetings greetings;
    private final HoldMusic music;

    /**
     * Prompts of a box.
     *
     * @param data the data folder; own recordings lie in {@code prompts/custom}, rendered texts in
     *     {@code prompts/cache}
     */
    public Prompts(Path data, Synthesizer synthesizer) {
        this(data, synthesizer, PATIENCE);
    }

    /** The same with so much patience of a call. */
    Prompts(Path data, Synthesizer synthesizer, Duration patience) {
        var folder = data.resolve("prompts");
        this.synthesizer = synthesizer;
        this.patience = patience;
        this.texts = new TextSounds(synthesizer, folder.resolve("cache"));
        this.own = new CustomSounds(folder.resolve("custom"));
        this.pieces = new PieceSounds(own);
        this.greetings = new Greetings(folder.resolve("greetings"));
        this.music = new HoldMusic(folder.resolve("music"), own);
    }

    /** The prompts of a box with the synthesizer that this machine has. */
    public static Prompts of(Path data) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin");
        return new Prompts(data, new Synthesizer(path, data.resolve("prompts").resolve("scratch")));
    }

    /** A fixed sentence. */
    public Sound sound(Phrase phrase, Language language) {
        var piece = phrase.piece(language);
        return new Sound(pieces.samples(language, piece), piece.words());
    }

    /**
     * A prompt of the {@link #list}, as it is played now.
     *
     * @throws IllegalArgumentException if no prompt has this name
     */
    public Sound sound(String name, Language language) {
        var piece = Catalogue.byName(language).get(name);
        if (piece == null) {
            throw new IllegalArgumentException("no prompt is called " + name);
        }
        return new Sound(pieces.samples(language, piece), piece.words());
    }

    /** A promise, in the words that stand in the ledger. */
    public Sound promise(SpokenPromise promise) {
        return pieces.sound(promise.language(), promise.utterance());
    }

    /**
     * A text of the office or a name. Own recordings win; then what was rendered before; else it is rendered, for which
     * a call waits 2.5 s at most.
     *
     * @return the sound, or {@link Sound#nothing()} if it cannot be spoken or not soon enough
     */
    public Sound text(String text, Language language) {
        var free = new FreeText(text, language);
        return own.find(textFile(free), true)
                .or(() -> texts.find(free, patience))
                .map(samples -> new Sound(samples, free.words()))
                .orElseGet(Sound::nothing);
    }

    /** Renders texts in the background, so that no call waits for them; done when all are on disk or have failed. */
    public CompletableFuture<Void> prepare(Map<Language, ? extends Collection<String>> wanted) {
        return texts.prepare(wanted.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(text -> new FreeText(text, entry.getKey())))
                .toList());
    }

    /** The voice that speaks texts of a language; empty means that they are left out, which is worth an alarm. */
    public Optional<String> voice(Language language) {
        return synthesizer.voice(language);
    }

    /** What people have recorded for their own box. */
    public Greetings greetings() {
        return greetings;
    }

    /** "You have three new messages." */
    public Sound newMessages(int count, Language language) {
        if (count == 0) {
            return sound(Phrase.NO_MESSAGES, language);
        }
        int said = Math.min(count, Counts.MOST);
        return pieces.sound(
                language,
                new Sentence()
                        .say(Phrase.YOU_HAVE.piece(language))
                        .say(Grammar.of(language).newMessages(said))
                        .stop());
    }

    /** "How many we promised to call back: three." */
    public Sound owed(int count, Language language) {
        var sentence = new Sentence().say(Phrase.OWED_COUNT.piece(language));
        return pieces.sound(
                language,
                sentence.say(number(Math.min(count, Counts.MOST), Grammar.of(language)))
                        .stop());
    }

    /** A bare number, as one counts: without a noun it has no gender but that of counting. */
    private static List<Piece> number(int number, Grammar grammar) {
        if (number < 10) {
            return List.of(grammar.digit(number));
        }
        if (number <= 20 || number % 10 == 0) {
            return grammar.newMessages(number).subList(0, 1);
        }
        return List.of(grammar.newMessages(number / 10 * 10).getFirst(), grammar.digit(number % 10));
    }

    /** When something came, as heard {@code now}: "Received yesterday at nine fifteen in the morning." */
    public Sound received(Instant at, Instant now, ZoneId zone, Language language) {
        var grammar = Grammar.of(language);
        var moment = at.atZone(zone);
        var sentence = new Sentence().say(Phrase.RECEIVED.piece(language));
        SpokenPromise.on(
                sentence, grammar, moment.toLocalDate(), now.atZone(zone).toLocalDate());
        return pieces.sound(
                language,
                sentence.say(grammar.hour(Side.AT, LocalTime.of(moment.getHour(), moment.getMinute()), true))
                        .stop());
    }

    /** The place in the queue, 1 for next. */
    public Sound queuePlace(int place, Language language) {
        if (place <= 1) {
            return sound(Phrase.QUEUE_NEXT, language);
        }
        if (place > Catalogue.LAST_PLACE) {
            return sound(Phrase.QUEUE_WAITING, language);
        }
        return whole(Grammar.of(language).queuePlace(place), language);
    }

    /** The time still to wait, rounded up. */
    public Sound queueWait(Duration wait, Language language) {
        int minutes = (int) Math.clamp(wait.plusSeconds(59).toMinutes(), 1, 60);
        return whole(Grammar.of(language).queueWait(Catalogue.roundedWait(minutes)), language);
    }

    /** A telephone number figure by figure, in groups; characters that are not said are left out. */
    public Sound digits(String number, Language language) {
        return pieces.digits(language, number);
    }

    private Sound whole(Piece piece, Language language) {
        return new Sound(pieces.samples(language, piece), piece.words());
    }

    /** What callers hear who wait. */
    public HoldMusic music() {
        return music;
    }

    /** Every prompt that can be replaced, in each language. */
    public List<PromptSound> list() {
        return Arrays.stream(Language.values())
                .flatMap(language -> Catalogue.of(language).stream()
                        .map(piece -> new PromptSound(
                                piece.name(), language, piece.words(), own.has(own.file(language, piece.name())))))
                .toList();
    }

    /**
     * Plays the office's own recording from now on.
     *
     * @param wav any ordinary WAV, 0.1 s to 10 min
     * @throws IOException what is wrong with the WAV, or the disk; the sound played before stays
     * @throws IllegalArgumentException if no prompt has this name
     */
    public void replace(String name, Language language, byte[] wav) throws IOException {
        own.put(fileOf(name, language), wav, true);
    }

    /** Plays the built-in sound again. */
    public void restore(String name, Language language) throws IOException {
        own.remove(fileOf(name, language));
    }

    /** Plays a recording where this text would be spoken. */
    public void replaceText(String text, Language language, byte[] wav) throws IOException {
        own.put(textFile(new FreeText(text, language)), wav, true);
    }

    /** Plays other music on hold, brought to its level. */
    public void replaceMusic(byte[] wav) throws IOException {
        own.put(own.music(), wav, false);
    }

    /** Plays the built-in music again. */
    public void restoreMusic() throws IOException {
        own.remove(own.music());
    }

    private Path textFile(FreeText text) {
        return own.file(text.language(), "text-" + text.hash("own"));
    }

    private Path fileOf(String name, Language language) {
        if (!Catalogue.byName(language).containsKey(name)) {
            throw new IllegalArgumentException("no prompt is called " + name);
        }
        return own.file(language, name);
    }
}
