// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace plumb {

//! A report's target. A regular or absent one (links resolved) is written to a temporary file beside it and
//! renamed by commit(), so a failed export leaves the old file whole; a device, FIFO or socket is opened and
//! streamed to, never replaced; "-" is standard output. Opening a FIFO waits for its reader, as every program
//! does.
class OutputFile
{
public:
    enum class Mode : quint8 {
        Whole,  //!< written at the end
        Growing //!< grows in FILE.part, flushed by flush(), renamed by commit()
    };

    OutputFile();
    ~OutputFile(); //!< without commit() nothing is left behind of Whole; the .part of Growing stays unless it
                   //!< is empty
    OutputFile(OutputFile &&) noexcept;
    OutputFile &operator=(OutputFile &&) noexcept;

    //! Empty on success, else "FILE: what is wrong; what to do". A FILE.part that stands there already is an
    //! error: it holds what a run that was killed could save, or a run is still writing it.
    [[nodiscard]] QString open(const QString &path, Mode mode);
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool isStandardOutput() const;
    //! Errors are kept and told by commit() (or flush()).
    void write(const QByteArray &bytes);
    [[nodiscard]] QString flush();
    [[nodiscard]] QString commit();

    //! A name that two paths share exactly if they write to the same place: links resolved, absolute. A
    //! character device
    //! (/dev/null) is no place that two could fight for: empty.
    [[nodiscard]] static QString identity(const QString &path);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plumb
