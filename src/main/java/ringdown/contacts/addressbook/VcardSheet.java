package ringdown.contacts.addressbook;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads vCards 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), as telephones export them. Lives for one file. */
final class VcardSheet implements VObjectDataListener {
    /** Says nothing that a person could read in a note. */
    private static final Set<String> SILENT = Set.of(
            "PHOTO", "LOGO", "SOUND", "KEY", "PRODID", "REV", "UID", "SOURCE", "CLIENTPIDMAP", "KIND", "PROFILE");

    private static final Map<String, Column> OWN = Map.of(
            "X-RINGDOWN-ID", Column.ID,
            "X-RINGDOWN-CLASS", Column.CALLER_CLASS,
            "X-RINGDOWN-MANAGER", Column.MANAGER,
            "X-RINGDOWN-BACKUPS", Column.BACKUPS,
            "X-RINGDOWN-SPOKEN", Column.SPOKEN,
            "X-RINGDOWN-GREETING", Column.GREETING,
            "X-RINGDOWN-SAYNAME", Column.SAY_NAME,
            "LANG", Column.LANGUAGE,
            "NOTE", Column.NOTE);

    private final List<Row> rows = new ArrayList<>();
    private final List<Sheet.Broken> broken = new ArrayList<>();
    private @Nullable Row row;
    private @Nullable String parts;

    static Sheet read(Text text) {
        VcardSheet sheet = new VcardSheet();
        VObjectReader reader = new VObjectReader(new StringReader(text.text()), SyntaxRules.vcard());
        reader.setDefaultQuotedPrintableCharset(StandardCharsets.UTF_8);
        try (reader) {
            reader.parse(sheet);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        sheet.finish();
        return new Sheet(text.encoding(), null, List.of(), sheet.rows, sheet.broken);
    }

    @Override
    public void onComponentBegin(String name, Context context) {
        if (name.equalsIgnoreCase("VCARD")) {
            finish();
            row = new Row(context.getLineNumber());
        }
    }

    @Override
    public void onComponentEnd(String name, Context context) {
        if (name.equalsIgnoreCase("VCARD")) {
            finish();
        }
    }

    private void finish() {
        Row done = row;
        if (done == null) {
            return;
        }
        String structured = parts;
        if (done.text(Column.NAME) == null && structured != null) {
            done.say(Column.NAME, structured);
        }
        if (!done.empty()) {
            rows.add(done);
        }
        row = null;
        parts = null;
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
        Row into = row;
        String value = property.getValue();
        if (into == null || value == null || value.isBlank()) {
            return;
        }
        String name = property.getName().toUpperCase(Locale.ROOT);
        switch (name) {
            case "FN" -> into.say(Column.NAME, VObjectPropertyValues.unescape(value));
            case "N" -> parts = name(value);
            case "ORG" -> into.say(Column.COMPANY, first(value));
            case "TEL" -> into.say(Column.NUMBERS, telephone(value));
            default -> other(into, name, VObjectPropertyValues.unescape(value));
        }
    }

    private static void other(Row into, String name, String value) {
        Column column = OWN.get(name);
        if (column != null) {
            into.say(column, value);
        } else if (!SILENT.contains(name)) {
            into.rest(name, value.replaceAll(";+", " ").strip());
        }
    }

    /** family;given;additional;prefix;suffix, said as people do: given, additional, family. */
    private static String name(String value) {
        List<String> all = VObjectPropertyValues.parseSemiStructured(value);
        return Stream.of(1, 2, 0)
                .map(i -> i < all.size() ? all.get(i) : "")
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static String first(String value) {
        List<String> all = VObjectPropertyValues.parseSemiStructured(value);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** A vCard 4.0 writes a URI: tel:+380-50-111-22-33;ext=5 (RFC 3966). */
    private static String telephone(String value) {
        String text = VObjectPropertyValues.unescape(value);
        return text.regionMatches(true, 0, "tel:", 0, 4) ? text.substring(4).split(";", 2)[0] : text;
    }

    @Override
    public void onVersion(String value, Context context) {
        // The syntax rules of the library have taken it already.
    }

    @Override
    public void onWarning(
            Warning warning, @Nullable VObjectProperty property, @Nullable Exception thrown, Context context) {
        if (warning == Warning.MALFORMED_LINE) {
            broken.add(new Sheet.Broken(context.getLineNumber(), "this line is no part of a vCard"));
        }
    }
}
