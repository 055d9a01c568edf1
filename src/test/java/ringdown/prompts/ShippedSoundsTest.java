package ringdown.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ringdown.audio.Level;
import ringdown.audio.SpeechLevel;
import ringdown.audio.progress.CallingFax;
import ringdown.number.Language;

class ShippedSoundsTest {
    private static final int FIFTY_MS = 400;

    @Test
    void theSoundsAreThoseOfTheListAsItStandsNow() throws IOException {
        assertThat(new String(resource("rendered.tsv"), StandardCharsets.UTF_8))
                .as("phrases changed: run src/main/prompts/render")
                .isEqualTo(ShippedList.list());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPieceShipsAsTelephoneSound(Language language) throws IOException {
        for (var piece : Catalogue.of(language)) {
            var wav = ByteBuffer.wrap(resource(language.code() + "/" + piece.name() + ".wav"))
                    .order(ByteOrder.LITTLE_ENDIAN);
            assertThat(wav.getShort(20)).as("A-law in %s", piece).isEqualTo((short) 6);
            assertThat(wav.getShort(22)).as("channels of %s", piece).isEqualTo((short) 1);
            assertThat(wav.getInt(24)).as("rate of %s", piece).isEqualTo(8000);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPieceHasTheLevelOfTheHouse(Language language) {
        for (var piece : Catalogue.of(language)) {
            var samples = ShippedSounds.find(language, piece.name()).orElseThrow();
            var meter = new SpeechLevel();
            meter.process(samples, 0, samples.length);
            assertThat(meter.dbm0()).as("P.56 level of %s", piece).isBetween(-21.0, -17.0);
            assertThat(Level.peakDbm0(Level.peak(samples, 0, samples.length)))
                    .as("peak of %s", piece)
                    .isLessThan(-3);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPieceBeginsAndEndsWithFiftyMilliseconds(Language language) {
        for (var piece : Catalogue.of(language)) {
            var samples = ShippedSounds.find(language, piece.name()).orElseThrow();
            double first = Level.dbm0(samples, 0, FIFTY_MS);
            double last = Level.dbm0(samples, samples.length - FIFTY_MS, FIFTY_MS);
            assertThat(Math.max(first, last)).as("margins of %s", piece).isLessThan(-45);
            assertThat(Level.dbm0(samples, FIFTY_MS, FIFTY_MS))
                    .as("beginning of %s", piece)
                    .isGreaterThan(-60);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noPieceIsMuchTooShortOrTooLongForItsWords(Language language) {
        for (var piece : Catalogue.of(language)) {
            double spoken = ShippedSounds.find(language, piece.name()).orElseThrow().length / 8000.0 - 0.1;
            double perLetter = spoken / piece.words().length();
            assertThat(perLetter).as("seconds a letter in %s", piece).isBetween(0.035, 0.26);
        }
    }

    @Test
    void nothingThatShipsSoundsLikeACallingFax() {
        AtomicInteger heard = new AtomicInteger();
        CallingFax fax = new CallingFax(heard::incrementAndGet);
        for (int time = 0; time < 4; time++) {
            short[] music = ShippedSounds.music();
            fax.process(music, 0, music.length);
        }
        for (Language language : Language.values()) {
            for (var piece : Catalogue.of(language)) {
                short[] samples = ShippedSounds.find(language, piece.name()).orElseThrow();
                fax.process(samples, 0, samples.length);
            }
        }
        assertThat(heard).hasValue(0);
    }

    @Test
    void theMusicLastsHalfAMinuteAtMinusTwentySix() {
        var samples = ShippedSounds.music();
        assertThat(samples.length / 8000.0).isBetween(20.0, 40.0);
        assertThat(Level.dbm0(samples)).isBetween(-27.0, -25.0);
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = ShippedSoundsTest.class.getResourceAsStream("/prompts/" + name)) {
            assertThat(in).as("resource %s", name).isNotNull();
            return in.readAllBytes();
        }
    }
}
