"""Sentences of the widgets: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "widget.left": ("left", "剩余"),
    "widget.over": ("over", "超时"),
    "widget.used": ("used", "已用"),
    "widget.used_of": ("{used} of {limit}", "{used} / {limit}"),
    "widget.nobody_speaks": ("Nobody has the floor", "无人发言"),
    "widget.not_done": ("Not done:", "未执行："),
    "widget.attention": ("Attention:", "注意："),
    "widget.saved": ("Saved:", "已保存："),
    "widget.too_small": (
        "This window is {width} × {height}. It needs {least_width} × {least_height}. The meeting"
        " continues; make the window larger.",
        "窗口为 {width} × {height}，至少需要 {least_width} × {least_height}。会议照常进行，请放大窗口。",
    ),
}
