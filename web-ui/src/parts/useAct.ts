import { notifications } from "@mantine/notifications";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFault } from "./States.tsx";

/** Does something at the box: busy while it lasts, a note if it fails; true when it worked. */
export function useAct() {
  const { t } = useTranslation();
  const fault = useFault();
  const [busy, setBusy] = useState(false);
  const act = useCallback(
    async (deed: () => Promise<unknown>): Promise<boolean> => {
      setBusy(true);
      try {
        await deed();
        return true;
      } catch (failure) {
        notifications.show({
          color: "red",
          title: t("state.failedAction"),
          message: fault(failure),
          closeButtonProps: { "aria-label": t("nav.close") },
        });
        return false;
      } finally {
        setBusy(false);
      }
    },
    [t, fault],
  );
  return { act, busy };
}
