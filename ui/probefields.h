// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings.h"

#include <QObject>

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QLabel;
QT_END_NAMESPACE

namespace plumb {

class FormField;

//! The fields that say how is probed, for a profile or for lines of it.
class ProbeFields final : public QObject
{
    Q_OBJECT
public:
    enum class For : quint8 { Profile, Lines };

    //! inherited: what is in force where nothing is set. The rows are added to the form.
    ProbeFields(For whom, const ProbeSettings &inherited, QFormLayout *form);

    void show(const QList<ProbePatch> &patches);
    //! Puts what the user changed into a patch.
    void apply(ProbePatch &patch) const;
    //! The field of a key of the file's "probe"; null where it has none here.
    [[nodiscard]] FormField *field(const QString &key) const;
    void clearMessages();
    //! Shows what this kind of probe needs and hides the rest. size: in bytes, of what is sent.
    void setKind(ProbeKind kind, bool hasEcho, int size, bool ip6);

    //! IP and UDP headers and the payload: "92 B on the wire (IPv4)".
    [[nodiscard]] static QString wireText(int sizeBytes, bool ip6);

Q_SIGNALS:
    void edited();

private:
    struct Bound
    {
        QString key;
        FormField *field;
        std::function<QVariant(const ProbePatch &)> get;
        std::function<void(ProbePatch &, const QVariant &)> set;
    };
    template <typename Value>
    void bind(const QString &key, FormField *field, std::optional<Value> ProbePatch::*member);
    void add(const QString &key, FormField *field, const QString &label, const QString &toolTip);

    QFormLayout *m_form;
    QLabel *m_wire;
    std::vector<Bound> m_bound;
};

} // namespace plumb
