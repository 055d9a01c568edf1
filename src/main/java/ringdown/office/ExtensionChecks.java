package ringdown.office;

import java.util.ArrayList;
import java.util.List;
import ringdown.number.NumberingPlan;

/** Extensions must neither hide each other nor an emergency number. */
final class ExtensionChecks {
    private record Placed(String digits, Item at) {}

    private ExtensionChecks() {}

    static void check(Section file, NumberingPlan numbers) {
        var before = new ArrayList<Placed>();
        for (var item : file.items("people")) {
            if (item.isSection() && item.section().get("extension") instanceof Item at) {
                var digits = at.text();
                if (digits != null && digits.matches("[0-9]{1,8}")) {
                    againstEmergency(digits, at, numbers);
                    againstOthers(digits, at, before);
                    before.add(new Placed(digits, at));
                }
            }
        }
    }

    private static void againstEmergency(String digits, Item at, NumberingPlan numbers) {
        numbers.emergencyNumbers().stream().sorted().forEach(emergency -> {
            var what = numbers.emergencyService(emergency) + " in " + numbers.country();
            if (digits.equals(emergency)) {
                at.fault("extension " + digits + " is " + what);
            } else if (emergency.startsWith(digits)) {
                at.fault("extension " + digits + " begins " + emergency + ", " + what);
            } else if (digits.startsWith(emergency)) {
                at.fault("extension " + digits + " is begun by " + emergency + ", " + what);
            }
        });
    }

    /** Equal ones are found where they are declared. */
    private static void againstOthers(String digits, Item at, List<Placed> before) {
        for (var other : before) {
            var overlaps = other.digits.startsWith(digits) || digits.startsWith(other.digits);
            if (overlaps && !other.digits.equals(digits)) {
                at.fault("extension " + digits + " overlaps " + other.digits + " on line " + other.at.line());
            }
        }
    }
}
