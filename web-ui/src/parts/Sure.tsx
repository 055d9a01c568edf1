import { Button, type ButtonProps, Group, Modal, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

interface Props extends ButtonProps {
  /** What is asked, and what it means. */
  title: string;
  lead: string;
  /** What is done; the question closes when it worked. */
  deed: () => Promise<boolean>;
  children: ReactNode;
  label?: string;
  testId?: string;
}

/** A button for what cannot be taken back: it asks once more. */
export function Sure({ title, lead, deed, children, label, testId, loading, ...button }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const done = () => setAsking(false);
  return (
    <>
      <Button {...button} onClick={() => setAsking(true)} aria-label={label} data-testid={testId}>
        {children}
      </Button>
      <Modal opened={asking} onClose={done} title={title} closeButtonProps={{ "aria-label": t("nav.close") }}>
        <Text mb="lg">{lead}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={done}>
            {t("promise.cancel")}
          </Button>
          <Button color="red" loading={loading} onClick={() => void deed().then((worked) => worked && done())} data-testid="sure">
            {children}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
