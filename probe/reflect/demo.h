// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"
#include "reflector.h"

#include <memory>

namespace plumb {

//! 24 made-up lines on loopback with a reflector inside this process (in its own thread), so that every state
//! is seen within a minute without a network: 12 healthy, 2 slow, 2 jittery, 2 at 12 % loss, 1 at 45 %, 1 at
//! 33 %, 1 silent, 1 closed port, 1 with 2 of 8 source ports dead, 1 with late replies; five healthy lines of
//! entry 127.0.3.1 fail together for 40 s at 15 s, every 2 min. Fixed seed.
class Demo
{
public:
    Demo();
    ~Demo();
    Demo(const Demo &) = delete;
    Demo &operator=(const Demo &) = delete;

    //! Starts the reflector; empty on success, else why not.
    [[nodiscard]] QString start();
    //! With the ports that the reflector was given. 200 ms interval, Games rules.
    [[nodiscard]] Profile profile() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plumb
