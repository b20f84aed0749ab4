"""What somebody in a workshop may do with a phone: join by a code, follow the room, vote, leave."""
