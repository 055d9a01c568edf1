package ringdown.media;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The cross-connect of the box: all strands, moved by the media clock. The lists are replaced as a whole, so the clock's thread never waits
 * for a change; a voice changes its strand between two ticks, without a gap.
 */
public final class SwitchingMatrix implements CrossConnect {
    private final MediaClock clock;
    private final Map<Voice, Strand> byVoice = new IdentityHashMap<>();
    private volatile List<Strand> strands = List.of();
    private volatile List<Work> works = List.of();
    private volatile Map<Voice, Overhearing> ears = Map.of();

    /** Takes the clock over and starts it; closing this closes it. */
    public SwitchingMatrix(MediaClock clock) {
        this.clock = clock;
        clock.start(this::tick);
    }

    @Override
    public Connection attach(Voice voice, AudioSource toFarEnd, AudioSink fromFarEnd) {
        var strand = new Attachment(this, voice, toFarEnd, fromFarEnd);
        connect(strand);
        return strand;
    }

    @Override
    public Bridging bridge(Voice a, Voice b) {
        if (a == b) {
            throw new IllegalArgumentException("a voice is not bridged with itself: " + a);
        }
        var strand = new VoiceBridge(this, a, b);
        connect(strand);
        strand.choose();
        return strand;
    }

    /** The new strand takes the place of the older ones in one step; these are ended outside the lock, since a frame may be passing. */
    private void connect(Strand strand) {
        var older = new ArrayList<Strand>();
        synchronized (this) {
            var changed = new ArrayList<>(strands);
            for (Voice voice : strand.voices()) {
                Strand before = byVoice.get(voice);
                if (before != null && changed.remove(before)) {
                    before.voices().forEach(byVoice::remove);
                    older.add(before);
                }
            }
            strand.voices().forEach(voice -> byVoice.put(voice, strand));
            changed.add(strand);
            strands = List.copyOf(changed);
        }
        older.forEach(Strand::end);
        strand.joined();
    }

    @Override
    public Connection overhear(Voice voice, AudioSink ear) {
        var entry = new Overhearing(voice, ear);
        changeEars(voice, entry);
        return entry;
    }

    /** Whoever is overheard is decoded, so their strand looks at its way again. */
    private void changeEars(Voice voice, @Nullable Overhearing entry) {
        Strand strand;
        synchronized (this) {
            var changed = new IdentityHashMap<>(ears);
            if (entry == null) {
                changed.remove(voice);
            } else {
                changed.put(voice, entry);
            }
            ears = changed;
            strand = byVoice.get(voice);
        }
        if (strand != null) {
            strand.earsChanged();
        }
    }

    /** Who overhears that voice; null: nobody. Media clock's thread, allocates nothing. */
    @Nullable
    AudioSink ear(Voice voice) {
        return ears.get(voice);
    }

    /** Takes a strand out; what it joined may have been joined anew meanwhile. */
    synchronized void forget(Strand strand) {
        strand.voices().forEach(voice -> byVoice.remove(voice, strand));
        if (strands.contains(strand)) {
            var changed = new ArrayList<>(strands);
            changed.remove(strand);
            strands = List.copyOf(changed);
        }
    }

    @Override
    public Connection everyTick(Runnable work) {
        var entry = new Work(work);
        synchronized (this) {
            var changed = new ArrayList<>(works);
            changed.add(entry);
            works = List.copyOf(changed);
        }
        return entry;
    }

    /** Media clock's thread. */
    private void tick() {
        List<Work> now = works;
        for (int i = 0; i < now.size(); i++) {
            now.get(i).run();
        }
        List<Strand> moving = strands;
        for (int i = 0; i < moving.size(); i++) {
            move(moving.get(i));
        }
    }

    /** One broken source does not silence the others: its strand ends, and the log says so once. */
    private static void move(Strand strand) {
        try {
            strand.tick();
        } catch (RuntimeException e) {
            Logger.error(e, "sound ended: {}", strand);
            strand.close();
        }
    }

    /** The strand of a voice; null when it is joined to nothing. */
    synchronized @Nullable Connection of(Voice voice) {
        return byVoice.get(voice);
    }

    @Override
    public void close() {
        clock.close();
        strands.forEach(Strand::close);
    }

    @Override
    public String toString() {
        return clock + "; " + strands;
    }

    /** One voice overheard; passes nothing any more once closed. */
    private final class Overhearing implements Connection, AudioSink {
        private final Voice voice;
        private final AudioSink ear;
        private boolean ended;

        Overhearing(Voice voice, AudioSink ear) {
            this.voice = voice;
            this.ear = ear;
        }

        @Override
        public synchronized void write(short[] frame) {
            if (!ended) {
                ear.write(frame);
            }
        }

        @Override
        public void close() {
            synchronized (this) {
                ended = true;
            }
            if (ears.get(voice) == this) {
                changeEars(voice, null);
            }
        }
    }

    /** Something done on every tick. */
    private final class Work implements Connection {
        private final Runnable work;
        private boolean ended;

        Work(Runnable work) {
            this.work = work;
        }

        synchronized void run() {
            if (!ended) {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    Logger.error(e, "work of every tick failed: {}", work);
                }
            }
        }

        @Override
        public void close() {
            synchronized (SwitchingMatrix.this) {
                works = works.stream().filter(other -> other != this).toList();
            }
            synchronized (this) {
                ended = true;
            }
        }
    }
}
