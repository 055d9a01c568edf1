import { useCallback, useEffect, useRef, useState } from "react";
import { Handset, type MicState, micPossible } from "./Handset.ts";

/** The handset of one line, picked up on the first use and put down when the line or the page is left. */
export function useHandset(line: number) {
  const handset = useRef<Handset | null>(null);
  const [held, setHeld] = useState(false);
  const [linked, setLinked] = useState(true);
  const [mic, setMic] = useState<MicState>(micPossible() ? "off" : "insecure");
  const [heard, setHeard] = useState(0);
  const [said, setSaid] = useState(0);
  const [volume, setVolume] = useState(1);

  useEffect(
    () => () => {
      handset.current?.close();
      handset.current = null;
      setHeld(false);
      setLinked(true);
      setMic(micPossible() ? "off" : "insecure");
      setHeard(0);
      setSaid(0);
    },
    [line],
  );
  useEffect(() => handset.current?.setVolume(volume), [volume, held]);

  /** In a click: browsers play nothing before one. */
  const pickUp = useCallback(() => {
    handset.current ??= new Handset(line, { link: setLinked, mic: setMic, heard: setHeard, said: setSaid });
    void handset.current.wake();
    setHeld(true);
    return handset.current;
  }, [line]);
  const toggleMic = useCallback(() => {
    const phone = pickUp();
    if (mic === "on") phone.dropMic();
    else void phone.takeMic();
  }, [pickUp, mic]);

  return { pickUp, toggleMic, held, linked, mic, heard, said, volume, setVolume };
}
