"""Relations: how the values that claims put forward for one event stand to each other, across documents and inside one."""
