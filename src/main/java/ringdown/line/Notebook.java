package ringdown.line;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ringdown.audio.progress.TonePicture;
import ringdown.audio.tone.CadencedTone;
import ringdown.call.LineEvidence;
import ringdown.call.LineLesson;
import ringdown.call.LineTrait;

/**
 * What the calls of one line have shown, reading by reading, and what they teach together. Written on the board's thread, tones on the
 * thread that measures; read from any.
 */
final class Notebook {
    private static final int KEPT = 20;
    private static final int RELEASES = 10;

    private final String via;
    private final LineSite site;
    private final Map<LineTrait, List<LineEvidence>> readings = new EnumMap<>(LineTrait.class);
    /** Newest first. What has happened is no finding: undoing does not take it away. */
    private final Deque<LineEvidence> releases = new ArrayDeque<>();
    /** The line's own busy tone, beside its country's. */
    private volatile @Nullable CadencedTone busyTone;

    Notebook(String via, LineSite site) {
        this.via = via;
        this.site = site;
        site.evidences().of(via).forEach(this::put);
        releases.addAll(site.evidences().releases(via, RELEASES));
        learnBusyTone();
    }

    private void put(LineEvidence reading) {
        List<LineEvidence> all = readings.computeIfAbsent(reading.trait(), none -> new ArrayList<>());
        all.add(reading);
        if (all.size() > KEPT) {
            all.removeFirst();
        }
    }

    /** Another reading, of a call or of none. */
    void note(LineTrait trait, String value, @Nullable Double amount, @Nullable String callId) {
        note(trait, value, amount, callId, null);
    }

    void note(
            LineTrait trait, String value, @Nullable Double amount, @Nullable String callId, short @Nullable [] sound) {
        add(reading(trait, value, amount, callId, sound != null, null), sound);
    }

    /** How it was told who calls, and what came over the wires for it. */
    void callerId(String form, @Nullable String callId, @Nullable String bits) {
        add(reading(LineTrait.CALLER_ID, form, null, callId, false, bits), null);
    }

    private LineEvidence reading(
            LineTrait trait,
            String value,
            @Nullable Double amount,
            @Nullable String callId,
            boolean sound,
            @Nullable String bits) {
        String id = UUID.randomUUID().toString();
        return new LineEvidence(id, trait, value, amount, site.clock().now(), callId, sound, bits);
    }

    private void add(LineEvidence reading, short @Nullable [] sound) {
        LineTrait trait = reading.trait();
        synchronized (this) {
            put(reading);
            if (trait == LineTrait.RELEASE) {
                releases.addFirst(reading);
                if (releases.size() > RELEASES) {
                    releases.removeLast();
                }
            }
        }
        site.evidences().add(via, reading, sound);
        learnt(trait);
    }

    /** The far end has gone, and this was heard of it; {@code tone}: the exchange's busy tone, or its own kind of one. */
    void released(String how, @Nullable String callId, short[] sound, boolean tone) {
        note(LineTrait.RELEASE, how, null, callId, sound);
        if (tone) {
            site.measuring().execute(() -> measure(sound, callId));
        }
    }

    private void measure(short[] sound, @Nullable String callId) {
        TonePicture picture = TonePicture.of(sound);
        if (picture.tone() && !picture.cadence().isEmpty()) {
            note(LineTrait.BUSY_TONE, picture.notation(), picture.dbm0(), callId, sound);
        }
    }

    private void learnt(LineTrait trait) {
        boolean changing = lesson(trait).map(LineLesson::changing).isPresent();
        String alarm = trait.alarm();
        if (alarm != null) {
            site.alarm(alarm, via, changing);
        }
        if (trait == LineTrait.BUSY_TONE) {
            learnBusyTone();
        }
    }

    private void learnBusyTone() {
        busyTone = lesson(LineTrait.BUSY_TONE)
                .filter(LineLesson::believed)
                .map(lesson -> CadencedTone.parse(lesson.value()))
                .orElse(null);
    }

    @Nullable
    CadencedTone busyTone() {
        return busyTone;
    }

    Optional<LineLesson> lesson(LineTrait trait) {
        return Lessons.of(trait, of(trait));
    }

    private synchronized List<LineEvidence> of(LineTrait trait) {
        return List.copyOf(readings.getOrDefault(trait, List.of()));
    }

    /** How the far end's going showed the last ten times, newest first. */
    synchronized List<LineEvidence> releases() {
        return List.copyOf(releases);
    }

    /** Call after call the far end's going has shown by itself, by tone or sign, and still does. */
    boolean tellsOfEnds() {
        return lesson(LineTrait.RELEASE)
                .filter(lesson -> lesson.believed() && lesson.changing() == null)
                .filter(lesson -> ReleaseSign.tells(lesson.value()))
                .isPresent();
    }

    /** Lately calls have ended without any tone or sign of the exchange. */
    boolean hidesEnds() {
        return lesson(LineTrait.RELEASE)
                .map(lesson -> lesson.changing() == null ? lesson.value() : lesson.changing())
                .filter(last -> !ReleaseSign.tells(last))
                .isPresent();
    }

    /** All that has been shown, trait by trait. */
    List<LineLesson> lessons() {
        List<LineLesson> all = new ArrayList<>();
        for (LineTrait trait : LineTrait.values()) {
            lesson(trait).ifPresent(all::add);
        }
        return all;
    }

    /** What was read of that trait so far counts no more. */
    void undo(LineTrait trait) {
        synchronized (this) {
            readings.remove(trait);
        }
        site.evidences().undo(via, trait);
        learnt(trait);
    }

    /** The figure that is believed of a trait; empty: none. */
    Optional<Double> figure(LineTrait trait) {
        return lesson(trait)
                .filter(LineLesson::believed)
                .map(LineLesson::amount)
                .filter(Objects::nonNull);
    }
}
