import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useAct } from "./useAct.ts";

/** Like useAct, and afterwards what the deed has made stale is fetched again and a note says that it worked. */
export function useDeed(...stale: string[]) {
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const notice = useNotice();
  const again = () => Promise.all(stale.map((key) => queries.invalidateQueries({ queryKey: [key] })));
  const deed = async (what: () => Promise<unknown>, note?: string): Promise<boolean> => {
    const worked = await act(async () => {
      try {
        await what();
      } catch (failure) {
        // A refusal often says that what is shown is no longer so: somebody else was quicker.
        void again();
        throw failure;
      }
      await again();
    });
    if (worked && note) notice(note);
    return worked;
  };
  return { deed, busy };
}

/** Says for a moment that something worked. */
export function useNotice() {
  const { t } = useTranslation();
  return (message: string) => notifications.show({ color: "green", message, closeButtonProps: { "aria-label": t("nav.close") } });
}
