package ringdown.prompts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.tinylog.Logger;
import ringdown.audio.Wav;
import ringdown.audio.WavFault;
import ringdown.number.Language;

/**
 * Texts of the office as sound, rendered once and kept on disk by text and voice. Texts prepared ahead wait for one
 * another; a text that a call waits for goes before them. Each runs on a virtual thread of its own. Safe for any
 * thread.
 */
final class TextSounds {
    private static final long LARGEST_CACHE = 200L << 20;

    /** So many texts are spoken one right after the other: a small office is ready within seconds. */
    private static final int AT_ONCE = 20;

    /** The time between any more of them: an office of a thousand names must not take the processor from calls for minutes. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final Synthesizer synthesizer;
    private final Path cache;
    private final CacheLimit limit;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Semaphore inAdvance = new Semaphore(1);

    /** A text being rendered; whoever takes {@code begun} does it. */
    private record Job(FreeText text, Path file, AtomicBoolean begun, CompletableFuture<Optional<short[]>> done) {}

    /** At once, or in advance. */
    private interface Speaking {
        short[] speak(String text, Language language) throws IOException;
    }

    TextSounds(Synthesizer synthesizer, Path cache) {
        this.synthesizer = synthesizer;
        this.cache = cache;
        this.limit = new CacheLimit(cache, LARGEST_CACHE);
    }

    /** The sound of a text if it is on disk or done within {@code patience}; work begun goes on after that. */
    Optional<short[]> find(FreeText text, Duration patience) {
        return job(text).flatMap(job -> {
            Thread.startVirtualThread(() -> carryOut(job, synthesizer::speak));
            return await(job, patience);
        });
    }

    private static Optional<short[]> await(Job job, Duration patience) {
        try {
            return job.done().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            Logger.warn("a text was not ready in time and is left out");
            return Optional.empty();
        } catch (ExecutionException fault) {
            Logger.error(fault, "a text could not be spoken");
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Renders what is not on disk yet, one after the other; done when all is. */
    CompletableFuture<Void> prepare(Collection<FreeText> texts) {
        var wanted = texts.stream().flatMap(text -> job(text).stream()).toList();
        Thread.startVirtualThread(() -> {
            inTurn(wanted);
            limit.keep(wanted.stream().map(Job::file).collect(Collectors.toSet()));
        });
        return CompletableFuture.allOf(wanted.stream().map(Job::done).toArray(CompletableFuture[]::new));
    }

    private void inTurn(List<Job> wanted) {
        int spoken = 0;
        for (Job job : wanted) {
            boolean anew = !Files.exists(job.file());
            if (anew && ++spoken > AT_ONCE) {
                LockSupport.parkNanos(REST.toNanos());
            }
            inAdvance.acquireUninterruptibly();
            try {
                carryOut(job, synthesizer::speakInAdvance);
            } finally {
                inAdvance.release();
            }
        }
    }

    /** Empty if no voice speaks the language or there is nothing to say. */
    private Optional<Job> job(FreeText text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return synthesizer
                .voice(text.language())
                .map(voice -> jobs.computeIfAbsent(
                        text.hash(voice),
                        hash -> new Job(
                                text, cache.resolve(hash + ".wav"), new AtomicBoolean(), new CompletableFuture<>())));
    }

    private void carryOut(Job job, Speaking speaking) {
        if (!job.begun().compareAndSet(false, true)) {
            return;
        }
        try {
            job.done().complete(Optional.of(kept(job, speaking)));
        } catch (IOException fault) {
            Logger.warn(
                    "a text of {} letters could not be spoken: {}",
                    job.text().script().length(),
                    fault.getMessage());
            job.done().complete(Optional.empty());
        } catch (RuntimeException bug) {
            job.done().completeExceptionally(bug);
        } finally {
            jobs.values().remove(job); // the disk remembers it from here, and a failure is tried again
        }
    }

    private short[] kept(Job job, Speaking speaking) throws IOException {
        try {
            return Wav.telephone(whole(Files.readAllBytes(job.file())));
        } catch (NoSuchFileException _) {
            return rendered(job, speaking);
        } catch (WavFault | SynthesisFailed damaged) {
            Logger.warn("rendering again what was damaged on disk: {}", damaged.getMessage());
            return rendered(job, speaking);
        }
    }

    /** A reader of WAVs forgives a file cut short, a cache must not: the length in its head has to be that of the file. */
    private static byte[] whole(byte[] file) throws SynthesisFailed {
        int rest = file.length < 8
                ? -1
                : ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        if (rest != file.length - 8) {
            throw new SynthesisFailed("a spoken text on disk is cut short");
        }
        return file;
    }

    private short[] rendered(Job job, Speaking speaking) throws IOException {
        var samples =
                Mastering.speech(speaking.speak(job.text().script(), job.text().language()));
        try {
            DurableFile.write(job.file(), Wav.bytes(samples));
        } catch (IOException full) {
            Logger.warn("a spoken text could not be kept: {}", full.getMessage());
        }
        return samples;
    }
}
