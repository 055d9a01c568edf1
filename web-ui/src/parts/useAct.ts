import { notifications } from "@mantine/notifications";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFault } from "./States.tsx";

/** Does something at the box: busy while it lasts, a note if it fails; true when it worked. A second click while it lasts does nothing. */
export function useAct() {
  const { t } = useTranslation();
  const fault = useFault();
  const [busy, setBusy] = useState(false);
  const going = useRef(false);
  const act = useCallback(
    async (deed: () => Promise<unknown>): Promise<boolean> => {
      if (going.current) return false;
      going.current = true;
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
        going.current = false;
        setBusy(false);
      }
    },
    [t, fault],
  );
  return { act, busy };
}
