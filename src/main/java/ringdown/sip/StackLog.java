package ringdown.sip;

import gov.nist.core.StackLogger;
import java.util.Properties;
import org.jspecify.annotations.NullUnmarked;
import org.tinylog.Logger;

/**
 * What the stack says of itself goes to tinylog: its own writer needs log4j 1.2. Built by the stack, by name. What a stranger's bad
 * message makes it say is worth debug at most, else anybody could fill the disk.
 */
@NullUnmarked
public final class StackLog implements StackLogger {
    @Override
    public void logStackTrace() {}

    @Override
    public void logStackTrace(int traceLevel) {}

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public void logException(Throwable ex) {
        Logger.trace(ex, "sip stack");
    }

    @Override
    public void logDebug(String message) {}

    @Override
    public void logDebug(String message, Exception ex) {}

    @Override
    public void logTrace(String message) {}

    @Override
    public void logFatalError(String message) {
        Logger.error("sip stack: {}", message);
    }

    @Override
    public void logError(String message) {
        Logger.trace("sip stack: {}", message);
    }

    @Override
    public void logError(String message, Exception ex) {
        Logger.trace(ex, "sip stack: {}", message);
    }

    @Override
    public void logWarning(String message) {}

    @Override
    public void logInfo(String message) {}

    @Override
    public boolean isLoggingEnabled() {
        return false;
    }

    @Override
    public boolean isLoggingEnabled(int logLevel) {
        return logLevel <= TRACE_ERROR;
    }

    @Override
    public void disableLogging() {}

    @Override
    public void enableLogging() {}

    @Override
    public void setBuildTimeStamp(String buildTimeStamp) {}

    @Override
    public void setStackProperties(Properties stackProperties) {}

    @Override
    public String getLoggerName() {
        return "sip";
    }
}
