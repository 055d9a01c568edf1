package ringdown.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.ledger.Owners;
import ringdown.number.Extension;
import ringdown.office.Absence;
import ringdown.office.Office;
import ringdown.office.Person;
import ringdown.presence.Presence;
import ringdown.schedule.DutyShift;

/** Who is here today, who stands in for whom, whose telephone is off, who has duty. */
final class MorningPeople {
    private final Rooms rooms;
    private final Presence presence;
    private final OfficeTime time;
    private final PeopleResource people;

    MorningPeople(Rooms rooms, OfficeTime time, PeopleResource people) {
        this.rooms = rooms;
        this.presence = rooms.presence();
        this.time = time;
        this.people = people;
    }

    List<?> all(Instant now) {
        Office office = rooms.office().get();
        LocalDate today = now.atZone(time.zone()).toLocalDate();
        return office.people().stream()
                .map(person -> person(person, office, today).map())
                .toList();
    }

    private Fields person(Person person, Office office, LocalDate today) {
        boolean here = !person.absentOn(today) && !person.leftBefore(today);
        Absence absence = person.absences().stream()
                .filter(one -> one.covers(today))
                .findFirst()
                .orElse(null);
        String standIn = here
                ? null
                : new Owners(office)
                        .standIn(person.extension(), today)
                        .map(Extension::digits)
                        .orElse(null);
        return people.view(person)
                .and("here", here)
                .and("why", here ? null : person.leftBefore(today) ? "left" : absence == null ? null : absence.why())
                .and("back", absence == null ? null : absence.to().plusDays(1).toString())
                .and("standIn", standIn)
                .and("phoneOff", !person.phones().isEmpty() && !presence.registered(person.extension()));
    }

    /** Whose shift it is, and the next one. */
    Map<String, @Nullable Object> duty(Instant now) {
        Office office = rooms.office().get();
        DutyShift shift = office.dutyRoster().at(now).orElse(null);
        Extension always = office.afterHours().duty();
        Optional<DutyShift> next = office.duty().stream()
                .filter(one -> one.from().atZone(time.zone()).toInstant().isAfter(now))
                .min(Comparator.comparing(DutyShift::from));
        return Fields.of("now", shift == null ? standing(always) : view(shift))
                .and("next", next.map(this::view).orElse(null))
                .map();
    }

    private static @Nullable Map<String, @Nullable Object> standing(@Nullable Extension always) {
        return always == null
                ? null
                : Fields.of("person", always.digits())
                        .and("reserve", null)
                        .and("from", null)
                        .and("to", null)
                        .map();
    }

    private Map<String, @Nullable Object> view(DutyShift shift) {
        Extension reserve = shift.reserve();
        return Fields.of("person", shift.person().digits())
                .and("reserve", reserve == null ? null : reserve.digits())
                .and("from", time.write(shift.from().atZone(time.zone()).toInstant()))
                .and("to", time.write(shift.to().atZone(time.zone()).toInstant()))
                .map();
    }
}
