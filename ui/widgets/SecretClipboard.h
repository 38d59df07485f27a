/// SecretClipboard: copies what nobody else should see. The copy is marked as confidential, so that managers of the clipboard
/// keep no history of it (Windows: ExcludeClipboardContentFromMonitorProcessing; macOS: org.nspasteboard.ConcealedType; KDE and
/// others on Linux: x-kde-passwordManagerHint), and taken away after ten seconds, or when the program ends or locks, if it is
/// still there. Marks are asked for, not enforced: a program that wants to read the clipboard can. Thread of the window.
///
///     copySecret(code);
///     label->setText(secretCopiedWords());
#pragma once

#include <QString>

#include <chrono>

class QMimeData;

namespace ui {

inline constexpr std::chrono::milliseconds secretStays{10'000};

/// `stays` is another one in tests only.
void copySecret(const QString& text, std::chrono::milliseconds stays = secretStays);
/// Now, if it is still there.
void clearSecret();
/// What to say after a copy.
[[nodiscard]] QString secretCopiedWords();

/// Of the platform: the mark as part of what is copied, and what is done once it has been.
void markConfidential(QMimeData& data);
void markClipboardConfidential();

} // namespace ui
