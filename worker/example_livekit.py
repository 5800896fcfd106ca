"""A LiveKit agent on the thin client: speech to text in, the flow's answer spoken. There is no model in this session, so
that nothing but the backend (or the holding message) can ever answer. Settings: FRONTLINE_URL, FRONTLINE_API_KEY,
FRONTLINE_STT and FRONTLINE_TTS beside LiveKit's own. Run: python -m livekit.agents start example_livekit.py"""

import asyncio
import json
import logging
import os

from livekit.agents import Agent, AgentServer, AgentSession, JobContext, StopResponse, llm, room_io

from frontline_worker import SORRY, FlowExecutor, FlowRefused, Patience, Reply

RETRIES = 5
RETRY_SECONDS = 5.0
IN_A_CALL = Patience(each=8.0, total=10.0)
"""Nobody listens to silence for longer. The backend itself waits up to five seconds for an order."""
logger = logging.getLogger(__name__)


class FlowAgent(Agent):
    """Says what the backend answers, and ends the call when the backend says that it is over."""

    def __init__(self, flow: FlowExecutor) -> None:
        super().__init__(instructions="")
        self._flow = flow

    async def on_enter(self) -> None:
        await self.hear("")

    async def on_user_turn_completed(self, turn_ctx: llm.ChatContext, new_message: llm.ChatMessage) -> None:
        """What was said goes to the flow; the session itself never replies."""
        await self.hear(new_message.text_content or "")
        raise StopResponse

    async def hear(self, text: str) -> None:
        try:
            reply: Reply | None = await self._flow.process_user_input(text)
            for _ in range(RETRIES):
                if reply is None or not reply.held:
                    break
                self.session.say(reply.text)
                await asyncio.sleep(RETRY_SECONDS)
                reply = await self._flow.retry()
        except FlowRefused as refused:
            logger.exception("the backend refused")
            await self._end(f"{refused.said} {SORRY[self._flow.locale]}".strip())
        else:
            if reply and reply.completed:
                await self._end(reply.text)
            elif reply:
                self.session.say(reply.text)

    async def _end(self, text: str) -> None:
        """Said to the end before the session closes."""
        await self.session.say(text, allow_interruptions=False)
        self.session.shutdown()


async def on_text(session: AgentSession[None], event: room_io.TextInputEvent) -> None:
    """What is written in the room is heard like what is said."""
    agent = session.current_agent
    if isinstance(agent, FlowAgent):
        await agent.hear(event.text)


def metadata_of(*candidates: str) -> dict[str, str]:
    """Which flow this room goes through: the first that says so."""
    for candidate in candidates:
        found = json.loads(candidate or "{}")
        if isinstance(found, dict) and found.get("flowId"):
            return found
    raise ValueError("neither the job nor the participant says which flow: metadata {flowId, roomName?}")


async def entrypoint(job: JobContext) -> None:
    """A dispatch rule gives the job its metadata; a test room's token gives it to the participant."""
    await job.connect()
    participant = await job.wait_for_participant()
    metadata = metadata_of(job.job.metadata, participant.metadata)
    flow = FlowExecutor(os.environ["FRONTLINE_URL"], os.environ["FRONTLINE_API_KEY"], patience=IN_A_CALL)
    job.add_shutdown_callback(flow.aclose)
    await flow.start_flow(metadata["flowId"], metadata.get("roomName") or job.room.name, participant.identity)
    session: AgentSession[None] = AgentSession(stt=os.environ["FRONTLINE_STT"], tts=os.environ["FRONTLINE_TTS"])
    options = room_io.RoomOptions(
        text_input=room_io.TextInputOptions(text_input_cb=on_text),
        participant_identity=participant.identity,
        delete_room_on_close=True,
    )
    await session.start(FlowAgent(flow), room=job.room, room_options=options)


server = AgentServer()
server.rtc_session(entrypoint, agent_name=os.environ.get("FRONTLINE_AGENT", ""))
