package ringdown.switchboard;

import ringdown.audio.tone.CountryTones;
import ringdown.audio.tone.ToneGenerator;
import ringdown.media.AudioSource;
import ringdown.media.SoundSource;
import ringdown.media.ToneSource;
import ringdown.number.Language;
import ringdown.prompts.Phrase;
import ringdown.prompts.Prompts;

/** What the box lets people hear: the country's tones and the prompts. Safe from any thread. */
final class Sounds {
    /** Own tones, each (LINES.md 15). */
    private static final double LEVEL_DBM0 = -12;

    private final Prompts prompts;
    private final CountryTones tones;

    Sounds(Prompts prompts, String country) {
        this.prompts = prompts;
        this.tones = CountryTones.of(country);
    }

    /** The country's ring-back, from its beginning. */
    AudioSource ringBack() {
        return new ToneSource(ToneGenerator.endless(tones.ringback(), LEVEL_DBM0));
    }

    /** The country's busy tone. */
    AudioSource busy() {
        return new ToneSource(ToneGenerator.endless(tones.busy(), LEVEL_DBM0));
    }

    /** The country's congestion tone: it could not be done. */
    AudioSource congestion() {
        return new ToneSource(ToneGenerator.endless(tones.congestion(), LEVEL_DBM0));
    }

    /** Music for whoever waits. */
    AudioSource music() {
        return SoundSource.loop(prompts.music().samples());
    }

    /** The same again and again. */
    AudioSource again(short[] sound) {
        return SoundSource.loop(sound);
    }

    short[] phrase(Phrase phrase, Language language) {
        return prompts.sound(phrase, language).samples();
    }

    /** "A call from the office. To take it, press one." */
    short[] officeCalls(Language language) {
        return prompts.sound(Phrase.CALL_FROM_OFFICE, language)
                .then(prompts.sound(Phrase.PRESS_ONE_TO_TAKE, language))
                .samples();
    }
}
