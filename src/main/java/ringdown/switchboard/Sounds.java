package ringdown.switchboard;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ringdown.audio.tone.CountryTones;
import ringdown.audio.tone.ToneGenerator;
import ringdown.contacts.Contact;
import ringdown.media.AudioSource;
import ringdown.media.SoundSource;
import ringdown.media.ToneSource;
import ringdown.number.Language;
import ringdown.office.OfficeInfo;
import ringdown.prompts.Phrase;
import ringdown.prompts.Prompts;
import ringdown.prompts.Sound;

/** What the box lets people hear: the country's tones and the prompts. Safe from any thread. */
final class Sounds {
    /** Own tones, each (LINES.md 15). */
    private static final double LEVEL_DBM0 = -12;

    /** Samples of silence before the question is asked again: 1.5 s. */
    private static final int TIME_TO_PRESS = 12_000;

    private final Prompts prompts;
    private final CountryTones tones;
    private final @Nullable String music;

    Sounds(Prompts prompts, OfficeInfo office) {
        this.prompts = prompts;
        this.tones = CountryTones.of(office.country());
        this.music = office.music();
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

    /** Music for whoever is held. */
    AudioSource music() {
        return music(null);
    }

    /** Music for whoever waits; {@code own}: of the queue they wait in. */
    AudioSource music(@Nullable String own) {
        return SoundSource.loop(prompts.music().heard(own, music).samples());
    }

    /** The same again and again. */
    AudioSource again(short[] sound) {
        return SoundSource.loop(sound);
    }

    short[] phrase(Phrase phrase, Language language) {
        return prompts.sound(phrase, language).samples();
    }

    /** "A call from the office, the client is … To take it, press one", and a moment to do so. */
    short[] officeCalls(Caller caller, Language language) {
        Sound asked = prompts.sound(Phrase.CALL_FROM_OFFICE, language)
                .then(who(caller, language))
                .then(prompts.sound(Phrase.PRESS_ONE_TO_TAKE, language));
        return Arrays.copyOf(asked.samples(), asked.samples().length + TIME_TO_PRESS);
    }

    /** Whoever takes the call hears the name where it may be spoken, else the number. */
    Sound who(Caller caller, Language language) {
        Sound name = caller.contact()
                .filter(Contact::sayName)
                .map(contact -> prompts.text(contact.saidAs(), language))
                .orElseGet(Sound::nothing);
        String number = caller.shown();
        if (name.samples().length > 0) {
            return name;
        }
        return number == null ? prompts.sound(Phrase.HIDDEN_NUMBER, language) : prompts.digits(number, language);
    }
}
