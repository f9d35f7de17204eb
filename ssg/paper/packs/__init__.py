"""Every pack is one module that ends in ``KIND = PackKind(…)``; nothing lists them."""
