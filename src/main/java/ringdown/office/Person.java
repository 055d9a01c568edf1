package ringdown.office;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.number.Language;
import ringdown.number.PhoneNumber;

/**
 * Somebody who works in the office.
 *
 * @param secret of the SIP telephones; null: none may register
 * @param language of prompts and page, null: the office's
 * @param spoken how the name is said, null: as written
 * @param deputies who stand in while the person is absent
 * @param left the last day in the office, null while employed
 * @param successor who inherits contacts, promises and mailbox
 * @param afterCall time to write down each talk with somebody outside, null: none
 * @param pin known to the person who calls from their own mobile, null: none
 * @param skills what a stage may ask for ("implants"), languages among them ("en")
 */
public record Person(
        Extension extension,
        String name,
        List<Phone> phones,
        @Nullable Secret secret,
        @Nullable PhoneNumber mobile,
        @Nullable Secret pin,
        @Nullable Language language,
        @Nullable String spoken,
        @Nullable String mail,
        List<Extension> deputies,
        List<Absence> absences,
        @Nullable LocalDate left,
        @Nullable Extension successor,
        List<String> skills,
        @Nullable Duration afterCall) {
    public Person {
        phones = List.copyOf(phones);
        deputies = List.copyOf(deputies);
        absences = List.copyOf(absences);
        skills = List.copyOf(skills);
    }

    /** Speaks the language: the person's own, or one of the skills. */
    public boolean speaks(Language wanted) {
        return wanted == language || skills.contains(wanted.code());
    }

    public boolean absentOn(LocalDate date) {
        return absences.stream().anyMatch(absence -> absence.covers(date));
    }

    public boolean leftBefore(LocalDate date) {
        return left != null && date.isAfter(left);
    }

    public boolean hasSip() {
        return phones.stream().anyMatch(Phone.Sip.class::isInstance);
    }

    public List<Port> analogPorts() {
        return phones.stream()
                .filter(Phone.Analog.class::isInstance)
                .map(phone -> ((Phone.Analog) phone).port())
                .toList();
    }

    public Person withSecret(@Nullable Secret newSecret) {
        return with(newSecret, pin, absences);
    }

    public Person withPin(@Nullable Secret newPin) {
        return with(secret, newPin, absences);
    }

    /** Not there on that day: a period of one day more. */
    public Person absent(LocalDate day, String why) {
        var all = new ArrayList<>(absences);
        all.add(new Absence(day, day, why));
        return with(secret, pin, all);
    }

    /** There again from that day on: what was planned to last longer is cut short. */
    public Person backOn(LocalDate day) {
        var all = new ArrayList<Absence>();
        for (var absence : absences) {
            if (!absence.covers(day)) {
                all.add(absence);
            } else if (absence.from().isBefore(day)) {
                all.add(new Absence(absence.from(), day.minusDays(1), absence.why()));
            }
        }
        return with(secret, pin, all);
    }

    private Person with(@Nullable Secret newSecret, @Nullable Secret newPin, List<Absence> newAbsences) {
        return new Person(
                extension,
                name,
                phones,
                newSecret,
                mobile,
                newPin,
                language,
                spoken,
                mail,
                deputies,
                newAbsences,
                left,
                successor,
                skills,
                afterCall);
    }
}
