package ringdown.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringdown.audio.progress.TonePicture;
import ringdown.call.LineEvidence;
import ringdown.call.LineLesson;
import ringdown.call.LineMeter;
import ringdown.call.LineTest;
import ringdown.call.RawTake;
import ringdown.office.Line;

/** What an installer sees of a line on copper, as JSON. */
final class CopperViews {
    private final OfficeTime time;

    CopperViews(OfficeTime time) {
        this.time = time;
    }

    Fields lesson(LineLesson lesson) {
        return Fields.of("trait", lesson.trait().word())
                .and("value", lesson.value())
                .and("amount", lesson.amount())
                .and("agreeing", lesson.agreeing())
                .and("needed", lesson.trait().believedAfter())
                .and("believed", lesson.believed())
                .and("changing", lesson.changing())
                .and("readings", lesson.evidence().stream().map(this::reading).toList());
    }

    Map<String, @Nullable Object> reading(LineEvidence reading) {
        return Fields.of("id", reading.id())
                .and("at", time.write(reading.at()))
                .and("callId", reading.callId())
                .and("value", reading.value())
                .and("amount", reading.amount())
                .and("sound", reading.sound())
                .and("bits", reading.bits())
                .map();
    }

    Fields test(LineTest test) {
        TonePicture tone = test.dialTone();
        return Fields.of("at", time.write(test.at()))
                .and("state", test.state().word())
                .and("volts", tenth(test.volts()))
                .and("milliamps", tenth(test.milliamps()))
                .and("dialTone", tone == null ? null : tone(tone).map())
                .and("stutter", test.stutter())
                .and("digit", test.digit())
                .and("noiseDbm0", test.noiseDbm0())
                .and("impedance", test.impedance())
                .and("echoLossDb", test.echoLossDb())
                .and("hybrid", test.hybrid())
                .and("remarks", test.remarks());
    }

    Fields take(RawTake take) {
        return Fields.of("state", take.state().word())
                .and("askedAt", time.write(take.askedAt()))
                .and("callId", take.callId())
                .and("seconds", tenth(take.seconds()));
    }

    static Fields meter(LineMeter meter) {
        return Fields.of("heardDbm0", tenth(meter.heardDbm0())).and("sentDbm0", tenth(meter.sentDbm0()));
    }

    static Fields tone(TonePicture tone) {
        return Fields.of("hz", tone.hz())
                .and("cadence", tone.cadence())
                .and("dbm0", tenth(tone.dbm0()))
                .and("notation", tone.tone() ? tone.notation() : null)
                .and("envelopeMs", TonePicture.ENVELOPE_MILLIS)
                .and("envelope", tone.envelope())
                .and("spectrumFromHz", TonePicture.SPECTRUM_FROM)
                .and("spectrumStepHz", TonePicture.SPECTRUM_HZ)
                .and("spectrum", tone.spectrum());
    }

    Fields night(Nights.Night night) {
        return Fields.of("at", time.write(night.at()))
                .and("from", night.from())
                .and("result", night.result().word())
                .and("lossDb", night.lossDb() == null ? null : tenth(night.lossDb()));
    }

    /** What the office file says of the line. */
    static Map<String, @Nullable Object> settings(Line line) {
        return Fields.of("direction", line.direction().name().toLowerCase(java.util.Locale.ROOT))
                .and("order", line.order())
                .and("answer", answer(line.answer()))
                .and(
                        "answerAfterSeconds",
                        line.answer() instanceof Line.Answer.After after
                                ? after.time().toSeconds()
                                : null)
                .and("script", line.script())
                .and("dialMode", line.dial().pulse() ? "pulse" : "tone")
                .and("dialPrefix", line.dial().prefix())
                .and("waitAfter", line.dial().waitAfter())
                .and("outgoing", line.outgoing())
                .and("callerId", line.callerId())
                .and("areaCode", line.areaCode())
                .and("release", line.release())
                .and("rxDb", line.levels().rx())
                .and("txDb", line.levels().tx())
                .map();
    }

    private static String answer(Line.Answer answer) {
        return switch (answer) {
            case Line.Answer.Greeting _ -> "greeting";
            case Line.Answer.ByPerson _ -> "person";
            case Line.Answer.After _ -> "after";
        };
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
