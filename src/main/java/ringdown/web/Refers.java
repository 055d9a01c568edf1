package ringdown.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ringdown.number.Extension;
import ringdown.number.PhoneNumber;
import ringdown.office.CurrentOffice;

/** Things of the office that a request names: they must be there. */
final class Refers {
    private final CurrentOffice office;

    Refers(CurrentOffice office) {
        this.office = office;
    }

    /** A class of the office, or null. */
    @Nullable
    String callerClass(String field, @Nullable String name) {
        if (name != null && office.get().callerClass(name).isEmpty()) {
            throw Refusal.bad(field, "there is no class " + name);
        }
        return name;
    }

    /** A person of the office, or null. */
    @Nullable
    Extension person(String field, @Nullable Extension extension) {
        if (extension != null && office.get().person(extension).isEmpty()) {
            throw Refusal.bad(field, "nobody has the extension " + extension);
        }
        return extension;
    }

    /** A number in any way of writing it. */
    PhoneNumber number(String field, String written) {
        return known(written).orElseThrow(() -> Refusal.bad(field, "\"" + written + "\" is no telephone number"));
    }

    /** As calls show it: E.164 when valid in the office's country, else the digits. */
    String shown(String written) {
        return known(written).map(PhoneNumber::e164).orElseGet(() -> written.replaceAll("[^0-9+*#]", ""));
    }

    /** Where an unescaped plus sign stood, a space came out. */
    private Optional<PhoneNumber> known(String written) {
        String text = written.startsWith(" ") ? "+" + written.strip() : written;
        return office.get().numberingPlan().parseLeniently(text);
    }
}
