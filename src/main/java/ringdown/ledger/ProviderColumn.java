package ringdown.ledger;

import java.util.List;
import java.util.Locale;

/** What a column of a provider's list says, by the names that providers and exchanges give it. */
enum ProviderColumn {
    AT(
            "at startedat starttime start time date datetime calldate timestamp час дата датаічас датачас часдзвінка датадзвінка початок"
                    + " время датаивремя датавремя времязвонка датазвонка начало"),
    NUMBER("number caller callernumber callerid callingnumber calling clid cli anumber source src from phone"
            + " номер хто хтодзвонив звідки номерабонента номера номертелефону телефон абонента"
            + " кто ктозвонил откуда номерзвонящего номертелефона вызывающий вызывающийномер"),
    VIA("via line port trunk лінія линия"),
    CALLED("called to callednumber calledid bnumber destination dst did"
            + " куди кому набранийномер номерб абонентб куда набранныйномер вызываемый вызываемыйномер"),
    CLASS("class тип"),
    /** Says nothing here: a duration for instance. */
    OTHER("");

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> names;

    ProviderColumn(String names) {
        this.names = List.of(names.split(" "));
    }

    static ProviderColumn of(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        if (plain.isEmpty()) {
            return OTHER;
        }
        for (ProviderColumn column : values()) {
            if (column.names.contains(plain)) {
                return column;
            }
        }
        return OTHER;
    }
}
