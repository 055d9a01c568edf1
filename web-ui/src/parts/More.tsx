import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Pages } from "../api/pages.ts";

/** The way to what is older, below a long list. */
export function Older({ of }: { of: Pages }) {
  const { t } = useTranslation();
  if (!of.hasNextPage) return null;
  return (
    <Button variant="default" mt="md" loading={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()} data-testid="older">
      {t("state.more")}
    </Button>
  );
}

/** The way back to what is newer, above a long list that no longer begins with the newest. */
export function Newer({ of }: { of: Pages }) {
  const { t } = useTranslation();
  if (!of.hasPreviousPage) return null;
  return (
    <Button variant="default" mb="md" loading={of.isFetchingPreviousPage} onClick={() => void of.fetchPreviousPage()} data-testid="newer">
      {t("state.newer")}
    </Button>
  );
}
