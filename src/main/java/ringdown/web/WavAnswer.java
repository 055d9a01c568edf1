package ringdown.web;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ringdown.audio.Wav;
import ringdown.recording.TalkSound;

/** Sound going out, whole or in part (RFC 9110 §14): browsers seek in it. */
final class WavAnswer {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    private WavAnswer() {}

    private record Part(long from, long length) {}

    static void send(Context request, short[] samples) {
        send(request, Wav.bytes(samples));
    }

    /** A whole file. */
    static void send(Context request, byte[] file) {
        Part part = begin(request, file.length);
        if (part != null) {
            request.result(new ByteArrayInputStream(file, (int) part.from(), (int) part.length()));
        }
    }

    static void send(Context request, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            Part part = begin(request, channel.size());
            if (part == null) {
                channel.close();
                return;
            }
            channel.position(part.from());
            request.result(new Limited(Channels.newInputStream(channel), part.length()));
        } catch (IOException | RuntimeException broken) {
            channel.close();
            throw broken;
        }
    }

    /** Closes the sound when it is sent. */
    static void send(Context request, TalkSound sound) throws IOException {
        try {
            Part part = begin(request, sound.length());
            if (part == null) {
                sound.close();
                return;
            }
            request.result(new Limited(sound.from(part.from()), part.length()));
        } catch (IOException | RuntimeException broken) {
            sound.close();
            throw broken;
        }
    }

    /** Says what is coming; null if the range lies outside. */
    private static @Nullable Part begin(Context request, long length) {
        request.contentType("audio/wav").header("Accept-Ranges", "bytes").header("Cache-Control", "no-store");
        Part whole = new Part(0, length);
        String range = request.header("Range");
        Matcher asked = RANGE.matcher(range == null ? "" : range.strip());
        if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return said(request, whole, length, 200);
        }
        Part part = part(asked.group(1), asked.group(2), length);
        if (part.length() <= 0) {
            request.header("Content-Range", "bytes */" + length);
            Answers.error(request, 416, "the sound is not that long", "Range");
            return null;
        }
        return said(request, part, length, 206);
    }

    private static Part part(String first, String last, long length) {
        if (first.isEmpty()) {
            long tail = Math.min(length, Long.parseLong(last));
            return new Part(length - tail, tail);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? length - 1 : Math.min(length - 1, Long.parseLong(last));
        return new Part(from, to - from + 1);
    }

    private static Part said(Context request, Part part, long length, int status) {
        request.status(status);
        if (status == 206) {
            long to = part.from() + part.length() - 1;
            request.header("Content-Range", "bytes " + part.from() + "-" + to + "/" + length);
        }
        request.res().setContentLengthLong(part.length());
        return part;
    }

    /** Ends after so many bytes. */
    private static final class Limited extends java.io.FilterInputStream {
        private long left;

        Limited(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? super.read() : -1;
        }

        @Override
        public int read(byte[] into, int at, int count) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int got = super.read(into, at, (int) Math.min(count, left));
            left -= Math.max(0, got);
            return got;
        }
    }
}
